import { complianceTable, type Row } from '../compliance/table';

function verdict({ missing, against }: Row): string {
  if (against.length > 0) return '不符';
  return missing.length > 0 ? '还差一部分' : '符合';
}

const section = (row: Row): string[] => [
  `## ${row.rule} ${row.asks}`,
  '',
  `**${verdict(row)}**`,
  '',
  ...row.evidence.map((one) => `- ${one}`),
  ...row.missing.map((one) => `- 尚缺：${one}`),
  ...row.against.map((one) => `- 发现：${one}`),
  '',
];

/** `docs/compliance.md`: the self-check for a regulator, made from contract, collections and configuration. */
export const complianceDocument = (): string =>
  [
    '# 合规自查表',
    '',
    '由契约、数据集合的申报和配置生成，请勿手改。重新生成：`npm run build -- compliance`。',
    '',
    '检查按名称查找：按本意写出来的都查得到；有意换个名字藏起来的，要靠复核的人。',
    '',
    ...complianceTable().flatMap(section),
  ].join('\n');

export const complianceFile = 'src/features/compliance/table.ts';

/** The same as plain values, for the page. */
export const complianceValues = (): string =>
  [
    '/* The self-check (合规自查表). Made by `npm run build -- compliance`; do not edit. */',
    '',
    'export interface ComplianceRow {',
    '  rule: string;',
    '  asks: string;',
    '  evidence: readonly string[];',
    '  missing: readonly string[];',
    '  against: readonly string[];',
    '}',
    '',
    `export const complianceTable: readonly ComplianceRow[] = ${JSON.stringify(complianceTable(), null, 2)};`,
    '',
  ].join('\n');
