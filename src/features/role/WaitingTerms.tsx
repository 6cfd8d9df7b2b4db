import { View } from '@tarojs/components';
import { dayOf } from '@contract/day';
import type { TermView } from '@contract/domains/role/views';
import { useCommandCall } from '@/shared/call/command';
import { useListCall } from '@/shared/call/query';
import { dayText } from '@/shared/dayText';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { roleTitle } from './words';
import './role.scss';

function OneWaiting({ term }: { term: TermView }) {
  const { run, pending } = useCommandCall('role.decide', { onFail: (error) => snackbar(error.message) });
  const decide = async (agree: boolean): Promise<void> => {
    if (await run({ id: term.id, agree })) snackbar(agree ? '已同意，即刻生效' : '没有同意，已告知提出人');
  };
  const until = term.lapsesAt === null ? '' : `，${dayText(dayOf(term.lapsesAt))}前有效`;
  return (
    <>
      <Row
        title={`${term.member.name} · ${roleTitle(term)}`}
        context={`${term.by ?? '有人'}提出${until}`}
        state={term.mayDecide ? undefined : '等另一位管理员'}
      />
      {term.mayDecide && (
        <View className="role-acts">
          <Button loading={pending} onClick={() => void decide(true)}>
            同意
          </Button>
          <Button kind="quiet" disabled={pending} onClick={() => void decide(false)}>
            不同意
          </Button>
        </View>
      )}
    </>
  );
}

/** Proposals on the city's own roles: a second administrator agrees to them, or does not. */
export function WaitingTerms() {
  const list = useListCall('role.waiting', {});
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={3} />}>
      {(terms) => (
        <>
          {terms.length === 0 && <Empty title="没有等着同意的" hint="授予市级职责时若须第二人同意，会出现在这里。" />}
          {terms.map((term) => (
            <OneWaiting key={term.id} term={term} />
          ))}
          <ListEnd list={list} />
        </>
      )}
    </QueryView>
  );
}
