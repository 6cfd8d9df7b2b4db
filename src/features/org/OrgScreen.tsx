import type { ReactNode } from 'react';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { OrgActions } from './OrgActions';
import { OrgBelow } from './OrgBelow';
import { OrgFacts } from './OrgFacts';
import { OrgLinks } from './OrgLinks';
import { OrgProgress } from './OrgProgress';
import { useOrgPage } from './useOrgPage';

interface Props {
  id: string;
  /** Who holds which duty there; of an archived org only to be looked at. */
  duties?: (archived: boolean) => ReactNode;
  /** What somebody who belongs there can do about that. */
  acts?: ReactNode;
}

/** One org: what it is, above and below, who holds which duty, and what one may do with it. */
export function OrgScreen({ id, duties, acts }: Props) {
  const query = useOrgPage(id);
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={9} />}>
      {(page) => (
        <>
          <OrgFacts page={page} />
          {page.may.addBelow && <OrgProgress orgId={id} />}
          {duties?.(page.org.archived)}
          {acts}
          <OrgLinks page={page} />
          <OrgActions page={page} />
          <OrgBelow page={page} />
        </>
      )}
    </QueryView>
  );
}
