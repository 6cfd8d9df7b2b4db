/*
 * Every npm command comes through here: `node scripts/run.cjs start`. Only words that the oldest Node understands, so
 * that it can say which one is needed; everything newer is in scripts/run/, which is read after that.
 */
'use strict';

var version = process.versions.node;
var numbers = version.split('.');
var major = Number(numbers[0]);
var minor = Number(numbers[1]);

// module.register, which runs TypeScript without a build, came with 20.6.
if (major < 20 || (major === 20 && minor < 6)) {
  console.error('\n✗ 需要 Node.js 20.6 或更新的版本，现在是 ' + version + '。请到 https://nodejs.org 安装后再试。');
  process.exit(1);
}

require('./run/main.cjs');
