import type { AuditEntry } from '@contract/domains/audit/actions';
import { Row } from '@/shared/ui/Row/Row';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { actorText, momentText, resultText, thingsText } from './words';

const columns: Column<AuditEntry>[] = [
  { key: 'at', title: '时间', width: '136px', cell: ({ at }) => momentText(at) },
  { key: 'actor', title: '谁', width: 'minmax(72px, 1fr)', cell: actorText },
  { key: 'summary', title: '做什么', width: 'minmax(0, 3fr)', cell: ({ summary }) => summary },
  { key: 'things', title: '涉及', width: 'minmax(0, 2fr)', cell: thingsText, optional: 'shown' },
  { key: 'result', title: '结果', width: 'minmax(0, 1fr)', cell: resultText },
  {
    key: 'request',
    title: '调用编号',
    width: 'minmax(0, 1fr)',
    cell: ({ requestId }) => requestId,
    optional: 'hidden',
  },
];

interface Props {
  entries: readonly AuditEntry[];
  more: boolean;
  onOpen: (entry: AuditEntry) => void;
  isCurrent: (id: string) => boolean;
}

/** Entries: a table where there is room, and on a phone rows. */
export function AuditTable({ entries, more, onOpen, isCurrent }: Props) {
  return (
    <Table
      label="审计记录"
      remember="audit"
      columns={columns}
      items={entries}
      keyOf={({ id }) => id}
      nameOf={({ summary }) => summary}
      more={more}
      onOpen={onOpen}
      isCurrent={({ id }) => isCurrent(id)}
      row={(entry) => (
        <Row
          title={`${actorText(entry)}：${entry.summary}`}
          context={[momentText(entry.at), thingsText(entry)].filter(Boolean).join(' · ')}
          state={entry.kind === 'act' || entry.kind === 'read' ? undefined : resultText(entry)}
          current={isCurrent(entry.id)}
          onClick={() => onOpen(entry)}
        />
      )}
    />
  );
}
