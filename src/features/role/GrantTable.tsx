import type { GrantView } from '@contract/domains/role/views';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { roleTitle, termNote } from './words';

const person: Column<GrantView> = {
  key: 'name',
  title: '姓名',
  width: 'minmax(88px, 1fr)',
  cell: ({ member }) => member.name,
};
const role: Column<GrantView> = { key: 'role', title: '职责', width: 'minmax(0, 1fr)', cell: roleTitle };
const org: Column<GrantView> = { key: 'org', title: '组织', width: 'minmax(0, 2fr)', cell: (grant) => grant.org.name };
const term: Column<GrantView> = {
  key: 'term',
  title: '任期',
  width: 'minmax(0, 1fr)',
  cell: (grant) => termNote(grant) || '不定期限',
};

interface Props {
  label: string;
  grants: readonly GrantView[];
  /** Whose page of a person is opened. */
  orgId: string;
  /** Roles of several orgs: which one is said. */
  withOrg?: boolean;
}

/** Who holds what: a table where there is room, and on a phone rows. */
export function GrantTable({ label, grants, orgId, withOrg = false }: Props) {
  const open = ({ member }: GrantView) => go('rolePerson', { orgId, memberId: member.id });
  return (
    <Table
      label={label}
      columns={withOrg ? [person, role, org, term] : [person, role, term]}
      items={grants}
      keyOf={({ id }) => id}
      nameOf={(grant) => `${grant.member.name}，${roleTitle(grant)}`}
      onOpen={open}
      row={(grant) => (
        <Row
          title={grant.member.name}
          context={[withOrg && grant.org.name, termNote(grant)].filter(Boolean).join(' · ') || undefined}
          state={roleTitle(grant)}
          onClick={() => open(grant)}
        />
      )}
    />
  );
}
