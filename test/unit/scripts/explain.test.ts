import { explain, explainOutput } from '../../../scripts/lib/explain';
import { OperatorError } from '../../../scripts/lib/say';

const systemError = (code: string, message: string, path?: string) => Object.assign(new Error(message), { code, path });

describe('an ordinary event is told in Chinese, with what to do:', () => {
  it.each<[Error, RegExp]>([
    [new OperatorError('请先停止'), /^请先停止$/],
    [systemError('ENOSPC', 'ENOSPC: no space left on device, write'), /^磁盘已满，无法写入.*请腾出空间/],
    [systemError('ENOSPC', 'x', '/data/dist'), /无法写入：\/data\/dist。/],
    [systemError('EROFS', 'EROFS: read-only file system', '/data/dist'), /^没有读写权限：\/data\/dist。请修改权限/],
    [systemError('EMFILE', 'EMFILE: too many open files'), /ulimit -n/],
    [systemError('ERR_DLOPEN_FAILED', 'invalid ELF header'), /^依赖已损坏.*删除 node_modules/],
    [systemError('MODULE_NOT_FOUND', "Cannot find module 'esbuild'"), /^依赖已损坏.*删除 node_modules/],
    [systemError('MODULE_NOT_FOUND', "Cannot find module '/p/node_modules/sass/sass.js'"), /^依赖已损坏/],
    [new Error('You installed esbuild for another platform than the one you are currently using.'), /^依赖已损坏/],
    [new Error('Failed to write to output file: write x: no space left on device'), /^磁盘已满/],
  ])('%s', (error, words) => expect(explain(error)).toMatch(words));

  it('whatever a tool printed before it', () => {
    const output = `webpack\nError: ENOSPC: no space left on device, write\n    at Object.writeSync`;
    expect(explainOutput(output)).toBe(
      '磁盘已满，无法写入（Error: ENOSPC: no space left on device, write）。请腾出空间后重新运行同一命令。',
    );
  });
});

it.each<[string, unknown]>([
  ['a fault of ours', new TypeError('x is not a function')],
  ['an import of a file that nobody wrote', systemError('MODULE_NOT_FOUND', "Cannot find module './missing'")],
  ['what is no error', 'text'],
])('%s is not explained away', (_what, thrown) => expect(explain(thrown)).toBeUndefined());
