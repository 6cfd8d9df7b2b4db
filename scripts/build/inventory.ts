import { subjectsOf, type Subject } from '../../cloudfunctions/kernel/personal';
import { schema, type CollectionName } from '../../cloudfunctions/schema';
import { namedParts } from '../../cloudfunctions/shared/subject/rules/plan';

type Declaration = (typeof schema)[CollectionName];

const exported = ({ exported: said }: Subject<never>): string =>
  'not' in said ? `不导出：${said.not}` : `“${said.as}”：${Object.keys(said.columns).join('、')}`;

const outcome = (said: { how: string; says: string } | { how: 'stays'; why: string }): string =>
  'why' in said ? `保留：${said.why}` : said.says;

const subjectRow = (subject: Subject<never>): string =>
  `| ${[subject.who, exported(subject), outcome(subject.erased), outcome(subject.merged)].join(' | ')} |`;

/** What the fields that retention goes by mean. */
const instants: Partial<Record<string, string>> = { endsAt: '结束', expiresAt: '到期' };

function kept({ retention, subjects }: Declaration): string {
  if (retention === null) return 'none' in subjects ? '一直保留' : '一直保留，涉及个人的按下表处理';
  const { field, days } = retention;
  return `${instants[field] ?? `\`${field}\``}后${days === 0 ? '即删' : ` ${days} 天删除`}`;
}

function section(name: CollectionName): string[] {
  const declaration: Declaration = schema[name];
  const { purpose, personal, subjects } = declaration;
  const about =
    'none' in subjects
      ? [`不属于任何人：${subjects.none}。`]
      : [
          '| 属于谁 | 导出 | 注销时 | 两份记录合并时 |',
          '| --- | --- | --- | --- |',
          ...subjectsOf(subjects).map(subjectRow),
        ];
  return [
    `## \`${name}\``,
    '',
    `- 用途：${purpose}`,
    `- 个人信息：${personal ?? '没有'}`,
    `- 保存多久：${kept(declaration)}`,
    '',
    ...about,
    '',
  ];
}

/** `docs/data-inventory.md`: what is stored of whom and what becomes of it, for an auditor, made from the declarations. */
export const inventory = (): string =>
  [
    '# 数据清单',
    '',
    '由各处的 `collections.ts` 生成，请勿手改。重新生成：`npm run build -- inventory`。',
    '',
    `数据库里共有 ${Object.keys(schema).length} 个集合，没有列在这里的数据不存。客户端不能直接读写任何集合。微信用户标识只存在 \`members\` 里，不出现在任何编号、回复、日志或导出中。`,
    '',
    ...(Object.keys(schema) as CollectionName[]).sort().flatMap(section),
    '这份清单由 `test/integration/subject/` 验证：注销之后逐条查看全部文档，除写明保留的编号外，找不到本人的编号、姓名与微信用户标识；导出涵盖每一栏；合并不丢记录。',
    '',
  ].join('\n');

/** Where the same is for the client, for 我的数据. */
export const ownInventoryFile = 'contract/shared/inventory/constants.ts';

/** The declarations as plain values: collections that are about somebody, and what becomes of each part. */
export function ownInventory(): string {
  const names = namedParts(schema);
  const entries = (Object.keys(schema) as CollectionName[]).sort().flatMap((name) => {
    const declaration: Declaration = schema[name];
    const parts = names.filter(({ part }) => part.collection === name);
    if (parts.length === 0) return [];
    const { purpose, personal } = declaration;
    return [
      {
        ...{ name, purpose, personal, kept: kept(declaration) },
        parts: parts.map(({ key, part: { subject } }) => ({
          key,
          who: subject.who,
          exported: 'as' in subject.exported ? subject.exported.as : null,
          erased: 'why' in subject.erased ? subject.erased.why : subject.erased.says,
          stays: subject.erased.how === 'removed' ? 'nothing' : subject.erased.how === 'stays' ? 'all' : 'some',
        })),
      },
    ];
  });
  return [
    '/**',
    ' * What is stored of people, by collection, in words: made from their declarations by `npm run build -- inventory`; do not',
    ' * edit. `stays`: what is left of a part when its person is erased.',
    ' */',
    'export interface InventoryEntry {',
    '  readonly name: string;',
    '  readonly purpose: string;',
    '  readonly personal: string | null;',
    '  readonly kept: string;',
    '  readonly parts: readonly {',
    '    readonly key: string;',
    '    readonly who: string;',
    '    /** Its heading in what the person takes along; null where it is not exported. */',
    '    readonly exported: string | null;',
    '    readonly erased: string;',
    "    readonly stays: 'nothing' | 'some' | 'all';",
    '  }[];',
    '}',
    '',
    'export const inventory: readonly InventoryEntry[] = [',
    ...entries.map((entry) => `  ${JSON.stringify(entry)},`),
    '];',
    '',
  ].join('\n');
}
