const { spawn } = require('node:child_process');
const { accessSync, constants } = require('node:fs');
const { constants: osConstants } = require('node:os');
const { basename } = require('node:path');
const { faultOf } = require('./modules.cjs');

const CI = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];

/**
 * Fills `node_modules` from the lockfile, because of `fault`. Gives nothing when that went well, else a message and the
 * exit code.
 */
async function install(root, fault) {
  try {
    accessSync(root, constants.W_OK);
  } catch (error) {
    return fail(`${fault}，而项目文件夹不可写（${error.code}）：${root}。请换一个可写的位置，或修改文件夹权限。`);
  }
  const started = Date.now();
  const { npm, env } = npmFor(process.env);
  const other = starter(process.env);
  console.error(`${fault}。正在安装依赖（约需一到几分钟，之后不再需要）……`);
  if (other) console.error(`（由 ${other} 启动，安装仍用 npm：各依赖的版本固定在 package-lock.json 里。）`);
  const { error, code, signal } = await run(npm, { cwd: root, env });
  if (signal) {
    return fail('安装依赖已中断。重新运行同一命令会从头安装。', 128 + osConstants.signals[signal]);
  }
  if (error) return fail(`无法运行 npm（${error.code}）。npm 随 Node.js 一起安装；请确认命令 npm --version 可用。`);
  if (code !== 0) {
    return fail(
      '安装依赖失败，原因见上面 npm 的输出。常见原因：不能访问 npm 仓库（npm config get registry 可查看）、' +
        '磁盘已满、项目文件夹不可写。解决后重新运行同一命令即可。',
    );
  }
  const left = faultOf(root);
  if (left !== undefined) return fail(`安装之后${left}。请删除 node_modules 文件夹后重新运行同一命令。`);
  console.error(`依赖已安装（${Math.round((Date.now() - started) / 1000)} 秒）`);
  return undefined;
}

const fail = (message, code = 1) => ({ message, code });

/** Another package manager that runs us; its `npm_execpath` must not be asked for `ci`. */
function starter({ npm_execpath: path = '' }) {
  const name = basename(path).toLowerCase();
  return ['yarn', 'pnpm', 'bun', 'cnpm'].find((each) => name.startsWith(each));
}

/** npm itself, at the path under which it runs us where it does, without settings another package manager made. */
function npmFor(env) {
  const path = env.npm_execpath ?? '';
  if (basename(path) === 'npm-cli.js') return { npm: [process.execPath, path], env };
  const own = Object.entries(env).filter(([name]) => !/^npm_config_/i.test(name));
  return { npm: ['npm'], env: starter(env) ? Object.fromEntries(own) : env };
}

/** Runs npm to its end; whoever ends us ends it. A second signal does not wait for it. */
function run([program, ...args], options) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, [...args, ...CI], { ...options, stdio: 'inherit', shell: windows });
    let asked;
    const forward = (signal) => {
      child.kill(asked ? 'SIGKILL' : signal);
      asked ??= signal;
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = (result) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ ...result, signal: asked ?? result.signal });
    };
    child.once('error', (error) => done({ error }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
}

module.exports = { install };
