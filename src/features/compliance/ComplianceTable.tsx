import { Text, View } from '@tarojs/components';
import { Heading } from '@/shared/ui/Heading/Heading';
import { complianceTable, type ComplianceRow } from './table';
import './ComplianceTable.scss';

/** In the document code stands between strokes; people read it without. */
const plain = (text: string): string => text.replace(/`/g, '');

function verdictOf({ missing, against }: ComplianceRow): string {
  if (against.length > 0) return '不符';
  return missing.length > 0 ? '还差一部分' : '符合';
}

function Rule({ row }: { row: ComplianceRow }) {
  const { rule, asks, evidence, missing, against } = row;
  const lines = [...evidence, ...missing.map((one) => `尚缺：${one}`), ...against.map((one) => `发现：${one}`)];
  return (
    <View className="sx-compliance__rule">
      <View className="sx-compliance__head">
        <Heading level={2} className="sx-compliance__asks">
          {`${rule} ${asks}`}
        </Heading>
        <Text className="sx-compliance__verdict">{verdictOf(row)}</Text>
      </View>
      {lines.map((one) => (
        <Text key={one} className="sx-compliance__line">
          {plain(one)}
        </Text>
      ))}
    </View>
  );
}

/** 合规自查表: each rule of the law, and what shows that it is kept. */
export function ComplianceTable() {
  return (
    <View className="sx-compliance">
      <Text className="sx-compliance__line">
        这张表由程序对着功能、数据和配置自动生成，不是谁写上去的；其中有一条不符，程序就不能发布。检查按名称查找，有意换名藏起来的，还要靠人复核。
      </Text>
      {complianceTable.map((row) => (
        <Rule key={row.rule} row={row} />
      ))}
    </View>
  );
}
