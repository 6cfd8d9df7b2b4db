import { Text, View } from '@tarojs/components';
import { dayLabel } from '@contract/day';
import type { AuditSeal } from '@contract/domains/audit/actions';
import { useListCall } from '@/shared/call/query';
import { copyText } from '@/shared/copyText';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { momentText } from './words';
import './Seals.scss';

const dayOfSeal = ({ day }: AuditSeal): string => (day === null ? '早期版本的记录' : `${dayLabel(day)}的记录`);

/** Every night's seal, the newest first, to be noted down outside of the system. */
export function Seals() {
  const list = useListCall('audit.seals', {});
  return (
    <Section title="每夜的封存">
      <Text className="sx-seals__line">
        点一下就能复制。请常把最新的一行抄在系统之外，比如工作日志里：以后凭它能证明那时的记录一条没少。
      </Text>
      <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
        {(seals) => (
          <View>
            {seals.length === 0 && <Empty title="还没有封存" hint="有记录的一天过去以后，夜里自动封存。" />}
            {seals.map((seal) => (
              <Row
                key={seal.note}
                title={`${dayOfSeal(seal)}，${seal.entries} 条`}
                context={`${seal.note.slice(0, 30)}… · 写于 ${momentText(seal.at)}`}
                stays
                onClick={() => void copyText(seal.note, '封存已复制，请抄在系统之外')}
              />
            ))}
            <ListEnd list={list} />
          </View>
        )}
      </QueryView>
    </Section>
  );
}
