import { View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { FormField } from '@contract/actions/event';
import type { PeopleProps } from './RosterPeople';
import { placeOf, type Person } from './rosterText';
import './RosterTable.scss';

interface Column {
  head: string;
  /** Its cells are never broken. */
  short: boolean;
  cell: (person: Person) => string;
}

const columnsOf = (form: readonly FormField[], capacity: number): Column[] => [
  { head: '次序', short: true, cell: ({ order }) => String(order) },
  { head: '姓名', short: true, cell: ({ name }) => name },
  { head: '席位', short: true, cell: (person) => placeOf(person, capacity) },
  ...form.map(({ id, label }) => ({
    head: label,
    short: false,
    cell: ({ answers }: Person) => answers.find(({ fieldId }) => fieldId === id)?.value ?? '—',
  })),
  { head: '报名时间', short: true, cell: ({ at }) => instantLabel(at) },
];

/** The same roster where there is room: a line for each person, a column for each question. */
export function RosterTable({ people, form, capacity }: PeopleProps) {
  const columns = columnsOf(form, capacity);
  const cellClass = ({ short }: Column): string =>
    `sx-roster-table__cell ${short ? 'sx-roster-table__cell--short' : ''}`;
  return (
    <View className="sx-roster-table">
      <View className="sx-roster-table__grid" ariaRole="table">
        <View className="sx-roster-table__row" ariaRole="row">
          {columns.map((column, index) => (
            <View key={index} className={`${cellClass(column)} sx-roster-table__cell--head`} ariaRole="columnheader">
              {column.head}
            </View>
          ))}
        </View>
        {people.map((person) => (
          <View key={person.order} className="sx-roster-table__row" ariaRole="row">
            {columns.map((column, index) => (
              <View key={index} className={cellClass(column)} ariaRole="cell">
                {column.cell(person)}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}
