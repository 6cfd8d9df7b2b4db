import { dayOf } from '@contract/day';
import { termStateNames } from '@contract/domains/role/constants';
import type { TermView } from '@contract/domains/role/views';
import { useListCall } from '@/shared/call/query';
import { dayText } from '@/shared/dayText';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { roleTitle } from './words';

/** How a term came about and ended, in one line. */
export function storyOf({ at, by, secondBy, endedAt, endedBy }: TermView): string {
  const parts = [
    `${dayText(dayOf(at))}${by === null ? '登记' : ` ${by}办理`}`,
    secondBy !== null && `${secondBy}表态`,
    endedAt !== null && `${dayText(dayOf(endedAt))}${endedBy === null ? '期满' : ` ${endedBy}收回`}`,
  ];
  return parts.filter(Boolean).join('，');
}

/** What was given, proposed and ended on an org, newest first. */
export function History({ orgId }: { orgId: string }) {
  const list = useListCall('role.history', { orgId });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={3} />}>
      {(terms) => (
        <>
          {terms.length === 0 && <Empty title="还没有变动" hint="从这一版起，授予与收回都会记在这里。" />}
          {terms.map((term) => (
            <Row
              key={term.id}
              title={`${term.member.name} · ${roleTitle(term)}`}
              context={storyOf(term)}
              state={termStateNames[term.state]}
            />
          ))}
          <ListEnd list={list} />
        </>
      )}
    </QueryView>
  );
}
