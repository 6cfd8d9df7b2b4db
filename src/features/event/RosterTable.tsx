import { instantLabel } from '@contract/day';
import type { FormField } from '@contract/shared/participation';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { byName, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import type { PeopleProps } from './RosterPeople';
import { RosterRow } from './RosterRow';
import { linesOf, placeOf, type Person } from './rosterText';

/** One column for each question. */
function columnsFor(form: readonly FormField[], capacity: number): Column<Person>[] {
  const answer = (person: Person, fieldId: string): string =>
    person.answers.find((given) => given.fieldId === fieldId)?.value ?? '—';
  return [
    {
      key: 'order',
      title: '次序',
      width: '48px',
      cell: ({ order }) => order,
      order: (one, other) => one.order - other.order,
    },
    {
      key: 'name',
      title: '姓名',
      width: 'minmax(88px, 1fr)',
      cell: ({ name }) => name,
      order: byName,
    },
    { key: 'seat', title: '席位', width: '80px', cell: (person) => placeOf(person, capacity) },
    { key: 'at', title: '报名时间', width: 'minmax(120px, 1fr)', cell: ({ at }) => instantLabel(at) },
    ...form.map(({ id, label }) => ({
      key: id,
      title: label,
      width: 'minmax(0, 2fr)',
      cell: (person: Person) => answer(person, id),
    })),
  ];
}

/** Everybody who signed up, in order of arrival; by name for who looks for one. */
export function RosterTable({ people, form, capacity, more }: PeopleProps) {
  const copy = (some: readonly Person[]) =>
    void copyText(linesOf(form, some).join('\n'), `已复制 ${some.length} 人，请只发给需要的人`);
  return (
    <Table
      label="报名名单"
      columns={columnsFor(form, capacity)}
      items={people}
      keyOf={({ at, name }) => `${at} ${name}`}
      nameOf={({ name }) => name}
      more={more}
      bulk={(some) => (
        <Button kind="text" onClick={() => copy(some)}>
          复制所选
        </Button>
      )}
      row={(person) => <RosterRow person={person} form={form} capacity={capacity} />}
    />
  );
}
