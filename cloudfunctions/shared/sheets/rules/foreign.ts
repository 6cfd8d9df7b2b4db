/** How a file of another kind is told and what its user can do; nothing of it is read. */
interface Foreign {
  is: string;
  /** What to do; saving it as a workbook where nothing else is said. */
  fix?: string;
}

const RESAVE = '请用表格软件打开，另存为 .xlsx 后再导入。';

const signatures: readonly (Foreign & { magic: string })[] = [
  { magic: '%PDF', is: 'PDF 文件', fix: '请导入原来的表格文件（.xlsx 或 .csv）。' },
  { magic: '\x89PNG', is: '图片', fix: '请导入原来的表格文件（.xlsx 或 .csv）。' },
  { magic: '\xff\xd8\xff', is: '图片', fix: '请导入原来的表格文件（.xlsx 或 .csv）。' },
  { magic: 'Rar!', is: '压缩包', fix: '请先解压，再导入里面的表格。' },
  { magic: '7z\xbc\xaf', is: '压缩包', fix: '请先解压，再导入里面的表格。' },
  { magic: '\x1f\x8b', is: '压缩包', fix: '请先解压，再导入里面的表格。' },
  { magic: '{\\rtf', is: '文字处理文件', fix: '请把表格复制到表格软件里，另存为 .xlsx 后再导入。' },
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What a binary file is when it is neither text nor a zip archive, as a message for its user; else undefined. */
export function foreignBinary(bytes: Uint8Array, name: string): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith(OLE)) return told(name, compound(bytes));
  return told(
    name,
    signatures.find(({ magic }) => head.startsWith(magic)),
  );
}

/** A compound file names its streams in UTF-16. */
function compound(bytes: Uint8Array): Foreign {
  const text = new TextDecoder('latin1').decode(bytes);
  const has = (stream: string) => text.includes([...stream].join('\0'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) {
    return { is: '加了密码的工作簿', fix: '请用表格软件打开（输入密码），取消密码后另存为 .xlsx 再导入。' };
  }
  if (has('WordDocument')) return { is: 'Word 文档', fix: '请把表格复制到表格软件里，另存为 .xlsx 后再导入。' };
  return { is: '旧版 Excel 文件（.xls 或 .et）' };
}

const texts: readonly (Foreign & { start: RegExp })[] = [
  { start: /^<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?<(\w+:)?Workbook\b/i, is: '“XML 表格” 文件' },
  { start: /^<(!doctype html|html|head|meta|body|table|div|style|\?xml|!--)/i, is: '网页（HTML）格式的表格' },
  { start: /^MIME-Version:/i, is: '网页（MHTML）格式的表格' },
  { start: /^ID;P/, is: '“SYLK” 格式的表格' },
];

/** What a text is when it is no CSV, as a message for its user; else undefined. */
export const foreignText = (text: string, name: string): string | undefined => {
  const head = text.slice(0, 1000).trimStart();
  return told(
    name,
    texts.find(({ start }) => start.test(head)),
  );
};

/** What a zip archive without a workbook is, by the names of its parts, as a message for its user. */
export function foreignArchive(parts: readonly string[], name: string): string {
  const has = (start: string) => parts.some((part) => part.startsWith(start));
  if (has('xl/workbook.bin')) return told(name, { is: '二进制工作簿（.xlsb）' });
  if (has('content.xml')) return told(name, { is: 'OpenDocument 文件（.ods）' });
  if (has('index/document.iwa') || has('index.zip')) return told(name, { is: 'Numbers 表格' });
  if (has('word/')) {
    return told(name, { is: 'Word 文档', fix: '请把表格复制到表格软件里，另存为 .xlsx 后再导入。' });
  }
  return told(name, { is: '压缩包，里面没有工作簿', fix: '请先解压，再导入里面的表格。' });
}

function told(name: string, foreign: Foreign): string;
function told(name: string, foreign: Foreign | undefined): string | undefined;
function told(name: string, foreign: Foreign | undefined): string | undefined {
  return (
    foreign && `${name} 是${/^\w/.test(foreign.is) ? ' ' : ''}${foreign.is}，不能直接导入。${foreign.fix ?? RESAVE}`
  );
}
