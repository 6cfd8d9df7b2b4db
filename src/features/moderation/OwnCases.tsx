import { View } from '@tarojs/components';
import { dayLabel, dayOf, instantLabel } from '@contract/day';
import type { OwnCase } from '@contract/domains/moderation/actions';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { kindText, ownStateText } from './words';
import './moderation.scss';

/** When it was written, or, where it was turned down, until when one may appeal. */
const contextOf = ({ at, mayAppealUntil, ...one }: OwnCase): string =>
  `${kindText(one)} · ${mayAppealUntil === null ? instantLabel(at) : `可申诉到 ${dayLabel(dayOf(mayAppealUntil))}`}`;

/** What I wrote that waits or was turned down, the latest first. */
export function OwnCases() {
  const list = useListCall('moderation.mine', {});
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
      {(cases) =>
        cases.length === 0 ? (
          <Empty title="没有在审核的" hint="写的荐书、活动或姓名需要人看一看时，会在这里看到进展和结果。" />
        ) : (
          <View className="sx-cases">
            {cases.map((one) => (
              <Row
                key={one.id}
                title={one.title}
                context={contextOf(one)}
                state={ownStateText(one)}
                onClick={() => go('ownCase', { id: one.id })}
              />
            ))}
            <ListEnd list={list} />
          </View>
        )
      }
    </QueryView>
  );
}
