const sequencer = require('@jest/test-sequencer');

/** @typedef {import('@jest/test-result').Test} Test */

/**
 * Parts of paths of the suites that take longest, the longest first. On a fresh clone Jest knows of no run before this
 * one and goes by the size of files, which for these says nothing: begun last, one of them keeps a single core busy
 * while the other has nothing left to do.
 */
const LONG = [
  'e2e/a11y',
  'integration/stale/',
  'integration/authz/',
  'integration/house/',
  'kernel/fuzz',
  'integration/import/import',
  'integration/audit/',
  'start/ending',
];

/** @param {Test} test */
const rank = ({ path }) => {
  const place = LONG.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return place < 0 ? LONG.length : place;
};

/** Begins with the suites that take longest; the others as Jest would. */
module.exports = class LongestFirst extends sequencer.default {
  /** @param {readonly Test[]} tests */
  sort(tests) {
    return [...super.sort([...tests])].sort((one, other) => rank(one) - rank(other));
  }
};
