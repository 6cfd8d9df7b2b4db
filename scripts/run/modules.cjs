const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { isCutShort } = require('./elf.cjs');

/**
 * What is wrong with `node_modules`, in Chinese; `undefined` when it was filled from this lockfile, for this machine,
 * and is still whole. It goes by npm's own record of what it installed, and takes some 50 ms at each start.
 */
function faultOf(root) {
  const lock = packagesOf(join(root, 'package-lock.json'));
  let installed;
  try {
    installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  } catch {
    return existsSync(join(root, 'node_modules')) ? '依赖没有装完，或不是由 npm 安装的' : '还没有安装依赖';
  }
  // Optional ones, which hold binary code for one platform each, are absent where they do not fit.
  const outdated = Object.entries(lock).find(
    ([path, entry]) => !entry.optional && installed[path]?.version !== entry.version,
  );
  if (outdated) return '依赖的版本有更新';
  const foreign = Object.entries(installed).find(([, entry]) => !fitsMachine(entry));
  if (foreign) return `依赖是为另一种系统安装的（${nameOf(foreign[0])}）`;
  const broken = Object.entries(installed).find(([path, entry]) => !isWhole(join(root, path), entry));
  return broken && `依赖已损坏（${nameOf(broken[0])}）`;
}

/** What was downloaded; a package that is a folder of this repository is there as long as the repository is. */
function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const downloaded = ([path, { link }]) => path.includes('node_modules/') && !link;
  return Object.fromEntries(Object.entries(packages).filter(downloaded));
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function fitsMachine({ os, cpu, libc }) {
  return allows(os, process.platform) && allows(cpu, process.arch) && (libc === undefined || allows(libc, libcHere()));
}

/** npm's own notation: a list of names, or of names with `!` before each. */
function allows(names, name) {
  if (names === undefined || names.includes(name)) return true;
  return names.every((each) => each.startsWith('!') && each !== `!${name}`);
}

let known;
function libcHere() {
  known ??= existsSync('/etc/alpine-release') || mentionsMusl('/usr/bin/ldd') ? 'musl' : 'glibc';
  return known;
}

function mentionsMusl(file) {
  return existsSync(file) && readFileSync(file, 'latin1').includes('musl');
}

/** Binary code is looked for and must not be empty; of other packages the first file that is read. */
function isWhole(folder, { optional, os }) {
  if (sizeOf(join(folder, 'package.json')) === 0) return false;
  if (!optional || os === undefined) return true;
  return [folder, join(folder, 'bin')].some((dir) => namesIn(dir).some((name) => isBinary(join(dir, name))));
}

/** Larger than any text beside it: the smallest binary of all has 160 KB. */
const isBinary = (file) => sizeOf(file) > 100_000 && !isCutShort(file);

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

module.exports = { faultOf };
