import { formDate } from '@contract/day';
import type { MemberRow } from '@contract/domains/member/actions';
import { Row } from '@/shared/ui/Row/Row';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { disabledText, orgsText, rolesText } from './words';

const columns: Column<MemberRow>[] = [
  { key: 'name', title: '姓名', width: 'minmax(88px, 1fr)', cell: ({ name }) => name },
  { key: 'orgs', title: '所在组织', width: 'minmax(0, 2fr)', cell: orgsText },
  { key: 'roles', title: '职责', width: 'minmax(0, 1fr)', cell: rolesText, optional: 'shown' },
  { key: 'joined', title: '加入', width: '112px', cell: ({ joinedAt }) => formDate(joinedAt), optional: 'shown' },
  { key: 'state', title: '状态', width: 'minmax(0, 1fr)', cell: disabledText, optional: 'shown' },
];

interface Props {
  people: readonly MemberRow[];
  more: boolean;
  total: number | undefined;
  onOpen: (member: MemberRow) => void;
  isCurrent?: (id: string) => boolean;
}

/** Members: a table where there is room, and on a phone rows. */
export function MemberTable({ people, more, total, onOpen, isCurrent }: Props) {
  return (
    <Table
      label="成员"
      remember="members"
      columns={columns}
      items={people}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      more={more}
      total={total}
      onOpen={onOpen}
      isCurrent={isCurrent && (({ id }) => isCurrent(id))}
      row={(member) => (
        <Row
          title={member.name}
          context={[orgsText(member), rolesText(member)].filter(Boolean).join(' · ')}
          state={disabledText(member) || undefined}
          current={isCurrent?.(member.id)}
          onClick={() => onOpen(member)}
        />
      )}
    />
  );
}
