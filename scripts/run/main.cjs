/**
 * Makes each command work right after `git clone`: installs what is missing, out of date or damaged, then runs
 * `scripts/<command>.ts`. Plain JavaScript with Node built-ins only, because nothing else may be there yet.
 */
const { existsSync, readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { install } = require('./install.cjs');
const { faultOf } = require('./modules.cjs');

const root = dirname(dirname(__dirname));
/** How often it is looked whether the shell is still there. */
const LOOK_MS = 500;

main().catch((error) => {
  console.error(isDamage(error) ? damaged(error) : error);
  process.exitCode = 1;
});

async function main() {
  const [command = '', ...args] = process.argv.slice(2);
  const file = join(root, 'scripts', `${command}.ts`);
  if (!/^\w+$/.test(command) || !existsSync(file)) {
    console.error(`\n✗ 没有 “${command}” 这个命令。可用：${commands().join('、')}。`);
    process.exitCode = 1;
    return;
  }
  // npm says where the shell was; without npm it is here. Paths that the operator types are relative to it.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(root);
  endWithShell();
  // A shell that says production would leave out the tools that build and test; each build sets its own mode.
  delete process.env.NODE_ENV;

  const fault = faultOf(root);
  if (fault !== undefined) {
    const failure = await install(root, fault);
    if (failure !== undefined) {
      console.error(`\n✗ ${failure.message}`);
      process.exitCode = failure.code;
      return;
    }
  }
  process.argv = [process.argv[0] ?? 'node', file, ...args];
  await import('tsx');
  await import(pathToFileURL(file).href);
}

/**
 * npm has a shell run this. Whoever ends npm ends the shell with it, which passes nothing on: a server would go on with
 * nobody knowing of it, and keep its port and its folder.
 */
function endWithShell() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  looking.unref();
}

function commands() {
  return readdirSync(join(root, 'scripts'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
}

/** What only shows when it is used: a file gone from the middle of a package, or binary code that was cut short. */
function isDamage({ code, message }) {
  return code === 'ERR_DLOPEN_FAILED' || /^Cannot find (module|package) '([^./]|[^']*node_modules)/.test(message);
}

function damaged({ message }) {
  const [reason] = message.split('\n');
  return `\n✗ 依赖已损坏（${reason}）。请删除 node_modules 文件夹后重新运行同一命令，会自动重新安装。`;
}
