import { textProblemsOf } from '../../../scripts/check/textRules';

const todo = 'TO' + 'DO';

describe('what may stand only in some places is found elsewhere, by file and line:', () => {
  it.each([
    ['src/pages/today/index.tsx', 'a\nTaro.cloud.callFunction({})', ':2 只有 src/shared/backend/cloud'],
    ['src/features/x/a.ts', 'wx . cloud.init()', ':1 只有 src/shared/backend/cloud'],
    ['src/app.tsx', "import { start } from '@/shared/backend/local/transport';", ':1 产品代码只用 @backend'],
    ['cloudfunctions/domains/x/rules/x.ts', 'const now = Date.now();', ':1 只有 cloudfunctions/kernel/clock.ts'],
    ['cloudfunctions/domains/x/rules/x.ts', 'new Date()', ':1 只有 cloudfunctions/kernel/clock.ts'],
    ['emulator/src/x.ts', `// ${todo} later`, ':1 不留 TO'],
    ['src/a.scss', '\n'.repeat(301), ' 有 301 行，最多 300 行'],
  ])('%s', (file, text, problem) => {
    expect(textProblemsOf(file, text).join('\n')).toContain(file + problem);
  });
});

it('the places themselves are excused', () => {
  expect(textProblemsOf('src/shared/backend/cloud/transport.ts', 'Taro.cloud.init()')).toEqual([]);
  expect(textProblemsOf('cloudfunctions/kernel/clock.ts', 'Date.now()')).toEqual([]);
  expect(textProblemsOf('scripts/x.ts', 'Date.now(); new Date(0)')).toEqual([]);
});

it('300 lines are not too many', () => {
  expect(textProblemsOf('src/a.ts', 'x\n'.repeat(300))).toEqual([]);
});
