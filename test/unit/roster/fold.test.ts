import { foldAnswer, foldName } from '../../../cloudfunctions/domains/roster/rules/fold';

describe('names are compared as people mean them', () => {
  it.each([
    ['阿依努尔·木拉提', '阿依努尔木拉提'],
    ['阿依努尔・木拉提', '阿依努尔•木拉提'],
    ['阿依努尔．木拉提', '阿依努尔 木拉提'],
    ['ＡＤＩＬ', 'adil'],
    [' 陆　清和\u200b', '陆清和'],
    ['神', '神'],
    ['Jose\u0301', 'José'],
  ])('%s is %s', (one, other) => {
    expect(foldName(one)).toEqual(foldName(other));
    expect(foldName(one)).toHaveProperty('name');
  });

  it.each([
    ['王𠮷', '王吉'],
    ['王\ue000', '王'],
    ['王\ue000', '王\ue001'],
    ['བཀྲ་ཤིས', 'བཀར་ཤས'],
  ])('%s is not %s: rare characters and signs above and below letters count', (one, other) => {
    expect(foldName(one)).not.toEqual(foldName(other));
  });

  it.each([
    ['', '请填写姓名'],
    ['··', '没有姓名'],
    ['长'.repeat(21), '姓名最多 20 字，现在 21 字'],
  ])('%j is nobody’s name, and it is said why', (raw, problem) => {
    expect(foldName(raw)).toEqual({ problem });
  });
});

describe('answers', () => {
  it.each([
    ['entryYear', '2024', '2024'],
    ['entryYear', '24', '2024'],
    ['entryYear', '２０２４ 级', '2024'],
    ['entryYear', '2024年', '2024'],
    ['entryYear', '去年', ''],
    ['numberTail', '20240017', '0017'],
    ['numberTail', 'x12A', 'x12a'],
    ['numberTail', '17', ''],
    ['unit', ' 软件 2401 班 ', '软件2401班'],
    ['unit', '班'.repeat(21), ''],
    ['unit', '班'.repeat(1000), ''],
  ] as const)('%s: %s is %j', (question, raw, folded) => {
    expect(foldAnswer(question, raw)).toBe(folded);
  });
});
