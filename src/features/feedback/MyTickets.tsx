import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { Ticket } from './Ticket';

/** What I have said, and what was answered. */
export function MyTickets() {
  const list = useListCall('feedback.mine', {});
  return (
    <Section title="我提交的">
      <QueryView query={list} skeleton={<Skeleton shape="card" />}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="还没有提交过" hint="提交后，编号和答复会在这里。" />
          ) : (
            <>
              {items.map((feedback) => (
                <Ticket key={feedback.id} feedback={feedback}>
                  <Button
                    kind="text"
                    label={`${feedback.ticket}，接着说或办结`}
                    onClick={() => go('feedbackTicket', { id: feedback.id })}
                  >
                    接着说或办结
                  </Button>
                </Ticket>
              ))}
              <ListEnd list={list} />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
