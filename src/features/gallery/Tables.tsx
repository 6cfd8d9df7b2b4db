import { ScrollView } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead, type Filter } from '@/shared/ui/ListHead/useListHead';
import { LongList } from '@/shared/ui/LongList/LongList';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { byName, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { nothing } from './nothing';

interface Person {
  name: string;
  org: string;
  since: string;
}

const people: readonly Person[] = [
  { name: '林晓', org: '城南街道第一团支部', since: '2024年9月' },
  { name: '周行', org: '师范学院文学院2401团支部', since: '2025年3月' },
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
  { key: 'since', title: '加入时间', width: '120px', cell: ({ since }) => since, optional: 'shown' },
];

const states: readonly Filter<'state'>[] = [
  {
    key: 'state',
    label: '状态',
    options: [
      { value: 'in', label: '在册' },
      { value: 'off', label: '已停用' },
    ],
  },
];
const branches = Array.from({ length: 2000 }, (_, at) => `第${at + 1}团支部`);

/** Narrowed by the server, as a page of 管理 is. */
function Head() {
  const head = useListHead<'state'>();
  return <ListHead head={head} find="姓名、拼音或首字母" filters={states} total="共 939 人" />;
}

/** What is a table in a wide window and rows on a phone. */
export function Tables() {
  return (
    <Section title="表格">
      <Head />
      <Table
        label="名单"
        columns={columns}
        items={people}
        keyOf={({ name }) => name}
        nameOf={({ name }) => name}
        find="姓名或支部里的几个字"
        more
        total={939}
        remember="gallery"
        onOpen={nothing}
        isCurrent={({ name }) => name === '周行'}
        bulk={() => (
          <Button kind="text" onClick={nothing}>
            复制所选
          </Button>
        )}
        row={({ name, org }) => <Row title={name} context={org} onClick={nothing} />}
      />
      <ScrollView className="gallery__long" scrollY>
        <LongList items={branches} keyOf={(name) => name} rowHeight={52}>
          {(name) => <Row title={name} onClick={nothing} />}
        </LongList>
      </ScrollView>
    </Section>
  );
}
