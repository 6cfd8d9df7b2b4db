import { serverNow } from '@/shared/call/clock';
import { CallError } from '@/shared/call/error';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Failed } from '@/shared/ui/Failed/Failed';
import { Progress } from '@/shared/ui/Progress/Progress';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { nothing } from './nothing';

const lost = new CallError('OFFLINE');
const seen = { data: '昨天看到的', error: lost, asOf: serverNow() - 86_400_000, pending: false, retry: nothing };

/** Nothing yet, nothing there, nothing to be had. */
export function Unanswered() {
  return (
    <>
      <Section title="还没有">
        <Empty title="还没有报名" hint="在“可报名”里挑一场，报名后在这里看席位和时间。" />
        <Empty
          title="手头还没有在读的书"
          hint="找一本想读的，就从今天开始。"
          action={
            <Button kind="quiet" onClick={nothing}>
              找一本书
            </Button>
          }
        />
      </Section>
      <Section title="没能取到">
        <Failed error={lost} onRetry={nothing} />
        <Failed error={new CallError('INTERNAL', undefined, undefined, 'R20260101')} onRetry={nothing} />
        <Failed error={new CallError('FORBIDDEN')} onRetry={nothing} />
        <QueryView query={seen} skeleton={null}>
          {(data) => data}
        </QueryView>
      </Section>
      <Section title="正在取">
        <Progress title="正在移动" done={312} all={412} unit="处" />
        <Skeleton shape="row" count={2} />
        <Skeleton shape="card" />
        <Skeleton shape="text" count={3} />
        <Skeleton shape="cover" count={3} />
      </Section>
    </>
  );
}
