#!/usr/bin/env node
/* Only words that the oldest Node understands: one that cannot even read the bundle must still say so. */
'use strict';

if (parseInt(process.versions.node, 10) < 20) {
  var message = '本地云开发需要 Node.js 20 或更新的版本，现在是 ' + process.versions.node;
  console.error(message + '。请到 https://nodejs.org 安装后再试。');
  process.exit(1);
}
require('../dist/cli.js');
