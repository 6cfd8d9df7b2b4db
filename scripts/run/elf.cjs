const { closeSync, openSync, readSync, statSync } = require('node:fs');

/** The header and its table of segments, which linkers put right behind it. */
const HEAD = 4096;
const SEGMENT = 56;

/**
 * True for a binary of Linux that ends before the last of its segments: a copy that was cut off. Loading one ends the
 * process by SIGBUS, without a word; other systems look at their binaries before they load them.
 */
function isCutShort(file) {
  const head = headOf(file);
  const isElf = head.toString('latin1', 0, 4) === '\x7fELF' && head[4] === 2 && head[5] === 1;
  if (!isElf) return false;
  const table = Number(head.readBigUInt64LE(32));
  const { size } = statSync(file);
  for (let each = 0; each < head.readUInt16LE(56); each += 1) {
    const at = table + each * SEGMENT;
    if (at + SEGMENT > HEAD) return false;
    if (Number(head.readBigUInt64LE(at + 8)) + Number(head.readBigUInt64LE(at + 32)) > size) return true;
  }
  return false;
}

function headOf(file) {
  const head = Buffer.alloc(HEAD);
  const opened = openSync(file);
  try {
    readSync(opened, head);
  } finally {
    closeSync(opened);
  }
  return head;
}

module.exports = { isCutShort };
