import { foreignArchive, foreignBinary } from '../../../cloudfunctions/shared/sheets/rules/foreign';

describe('a compound file is told by the streams that it names', () => {
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')]);

  it.each([
    ['a document', 'WordDocument', 'x 是 Word 文档，不能直接导入。请把表格复制到表格软件里，另存为 .xlsx 后再导入。'],
    ['a workbook with a password', 'EncryptedPackage', 'x 是加了密码的工作簿'],
    ['its other name', 'EncryptionInfo', 'x 是加了密码的工作簿'],
    ['an old workbook', 'Workbook', 'x 是旧版 Excel 文件（.xls 或 .et），不能直接导入。请用表格软件打开'],
  ])('%s', (_name, stream, words) => expect(foreignBinary(compound(stream), 'x')).toContain(words));
});

it.each([['index/document.iwa'], ['index.zip']])('a Numbers sheet is told by its part %s', (part) => {
  expect(foreignArchive(['preview.jpg', part], 'x')).toBe(
    'x 是 Numbers 表格，不能直接导入。请用表格软件打开，另存为 .xlsx 后再导入。',
  );
});
