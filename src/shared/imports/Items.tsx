import { Text, View } from '@tarojs/components';
import type { ImportItem } from '@contract/shared/imports';
import { Chips } from '@/shared/ui/Chips/Chips';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { cameText, changeTexts, lineText } from './words';
import './Items.scss';

interface Props {
  label: string;
  items: readonly ImportItem[];
  more: boolean;
  /** What was chosen here and not sent yet, by the rows' ids; `undefined` where nothing is to be chosen any more. */
  chosen: Readonly<Record<string, string>> | undefined;
  onChoose: (id: string, choice: string) => void;
}

const nameOf = ({ name, line }: ImportItem): string => (name === '' ? lineText({ line }) : name);
const idOf = ({ id }: ImportItem): string => id;

/** The rows of one kind of a preview, each with what becomes of it and, where somebody has to say so, the choices. */
export function Items({ label, items, more, chosen, onChoose }: Props) {
  const choices = (item: ImportItem) =>
    chosen === undefined || item.choices.length === 0 ? null : (
      <View ariaRole="radiogroup" ariaLabel={`${nameOf(item)}：怎么办`}>
        <Chips
          options={item.choices.map(({ choice, label: words }) => ({ value: choice, label: words }))}
          value={chosen[item.id] ?? item.decision}
          onChange={(choice) => onChoose(item.id, choice)}
        />
      </View>
    );
  const told = (item: ImportItem) =>
    [...changeTexts(item), item.note, cameText(item)]
      .filter((part) => part !== '')
      .map((part) => (
        <Text key={part} className="sx-import__told">
          {part}
        </Text>
      ));
  const columns: Column<ImportItem>[] = [
    { key: 'name', title: '名称', width: 'minmax(0, 2fr)', cell: nameOf, words: ({ name }) => name },
    { key: 'line', title: '行', width: '88px', cell: (item) => lineText(item), order: (a, b) => a.line - b.line },
    {
      key: 'told',
      title: '怎么变',
      width: 'minmax(0, 4fr)',
      cell: (item) => (
        <View>
          {told(item)}
          {choices(item)}
        </View>
      ),
      words: (item) => [...changeTexts(item), item.note].join('\n'),
    },
  ];
  return (
    <Table
      label={label}
      columns={columns}
      items={items}
      more={more}
      keyOf={idOf}
      nameOf={nameOf}
      row={(item) => (
        <View className="sx-import__row">
          <Text className="sx-import__name">{nameOf(item)}</Text>
          {item.name !== '' && <Text className="sx-import__line">{lineText(item)}</Text>}
          {told(item)}
          {choices(item)}
        </View>
      )}
    />
  );
}
