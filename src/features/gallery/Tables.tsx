import { Button } from '@/shared/ui/Button/Button';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { byName, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { nothing } from './nothing';

interface Person {
  name: string;
  org: string;
}

const people: readonly Person[] = [
  { name: '林晓', org: '城南街道第一团支部' },
  { name: '周行', org: '师范学院文学院2401团支部' },
];

const columns: Column<Person>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '120px',
    cell: ({ name }) => name,
    order: byName,
    words: ({ name }) => name,
  },
  { key: 'org', title: '支部', width: 'minmax(0, 1fr)', cell: ({ org }) => org, words: ({ org }) => org },
];

/** What is a table in a wide window and rows on a phone. */
export function Tables() {
  return (
    <Section title="表格">
      <Table
        label="名单"
        columns={columns}
        items={people}
        keyOf={({ name }) => name}
        nameOf={({ name }) => name}
        find="姓名或支部里的几个字"
        more
        onOpen={nothing}
        isCurrent={({ name }) => name === '周行'}
        bulk={() => (
          <Button kind="text" onClick={nothing}>
            复制所选
          </Button>
        )}
        row={({ name, org }) => <Row title={name} context={org} onClick={nothing} />}
      />
    </Section>
  );
}
