/**
 * Every npm command comes through here, so that each works right after `git clone`: checks Node, installs what is
 * missing or out of date, then runs `scripts/<command>.ts`. Plain JavaScript with Node built-ins only, because nothing
 * else may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.shuxiang-lock');
const commands = ['start', 'test', 'check', 'bench', 'import', 'emulator', 'build', 'parity'];

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

// module.register, which runs TypeScript without a build, came with 20.6.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 6)) {
  fail(`需要 Node.js 20.6 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装后再试。`);
}

const [command = '', ...args] = process.argv.slice(2);
if (!commands.includes(command)) fail(`没有 “${command}” 这个命令。可用：${commands.join('、')}。`);

// npm says where the shell was; without npm it is here. Paths that the operator types are relative to it.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);
// A shell that says production would leave out the tools that build and test; each build sets its own mode.
delete process.env.NODE_ENV;

install();
process.argv = [process.argv[0] ?? 'node', join(root, 'scripts', `${command}.ts`), ...args];
await import('tsx');
await import(pathToFileURL(process.argv[1]).href);

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (fits(JSON.parse(lock.toString()))) return writeStamp(hash);

  console.log('正在安装依赖（第一次约需一分钟，之后不再需要）……');
  const started = Date.now();
  // npm's own path is known when we run under npm; the install scripts of dependencies are not needed (see .npmrc).
  const npm = process.env.npm_execpath;
  const ci = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...ci], { stdio: 'inherit' })
    : spawnSync('npm', ci, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.signal) process.exit(130);
  if (result.error || result.status !== 0) {
    fail(
      '安装依赖失败，原因见上面 npm 的输出。常见原因：不能访问 npm 仓库（npm config get registry 可查看）、' +
        '磁盘已满、项目文件夹不可写。解决后重新运行同一命令即可。',
    );
  }
  writeStamp(hash);
  console.log(`依赖已安装（${Math.round((Date.now() - started) / 1000)} 秒）`);
}

/**
 * True when `node_modules` was filled from this lockfile, by npm's own record of what it installed. Optional packages
 * (binaries of other platforms) may be absent.
 */
function fits(lock) {
  try {
    const installed = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(lock.packages).every(
      ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function writeStamp(hash) {
  try {
    writeFileSync(stamp, hash);
  } catch (error) {
    fail(`项目文件夹不可写（${error.code}）：${root}。请换一个可写的位置，或修改文件夹权限。`);
  }
}
