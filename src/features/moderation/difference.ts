/** A stretch of two versions of a text: in both, in the earlier one only, or in the new one only. */
export interface Change {
  text: string;
  kind: 'same' | 'gone' | 'new';
}

/** So many comparisons a phone does at once; beyond, what differs is told as a whole. */
const MOST = 1_000_000;
/** A shorter agreement between two changes is chance, and only makes them hard to read. */
const SHORTEST = 2;

/** What became of a text, from beginning to end. */
export function difference(before: string, after: string): Change[] {
  const [old, now] = [Array.from(before), Array.from(after)];
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const middle = aligned(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return gathered([
    ...old.slice(0, head).map((text): Change => ({ text, kind: 'same' })),
    ...middle,
    ...old.slice(old.length - tail).map((text): Change => ({ text, kind: 'same' })),
  ]);
}

/** How many characters both begin with. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((character, index) => character !== other[index]);
  return at < 0 ? Math.min(one.length, other.length) : at;
}

const whole = (old: readonly string[], now: readonly string[]): Change[] => [
  ...old.map((text): Change => ({ text, kind: 'gone' })),
  ...now.map((text): Change => ({ text, kind: 'new' })),
];

/** By the longest common subsequence; what went stands before what came in its place. */
function aligned(old: readonly string[], now: readonly string[]): Change[] {
  if (old.length * now.length > MOST) return whole(old, now);
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      changes.push({ text: now[j] ?? '', kind: 'same' });
      [i, j] = [i + 1, j + 1];
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) {
      changes.push({ text: old[i] ?? '', kind: 'gone' });
      i += 1;
    } else {
      changes.push({ text: now[j] ?? '', kind: 'new' });
      j += 1;
    }
  }
  return [...changes, ...whole(old.slice(i), now.slice(j))];
}

/** Neighbours alike become one stretch, and a chance agreement between two changes part of them. */
function gathered(changes: readonly Change[]): Change[] {
  const runs: Change[] = [];
  for (const { text, kind } of changes) {
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.text += text;
    else runs.push({ text, kind });
  }
  const all: Change[] = [];
  let [gone, come] = ['', ''];
  const flush = (): void => {
    if (gone !== '') all.push({ text: gone, kind: 'gone' });
    if (come !== '') all.push({ text: come, kind: 'new' });
    [gone, come] = ['', ''];
  };
  runs.forEach(({ text, kind }, at) => {
    const chance = kind === 'same' && at > 0 && at < runs.length - 1 && Array.from(text).length < SHORTEST;
    if (kind === 'same' && !chance) {
      flush();
      all.push({ text, kind });
    }
    if (kind === 'gone' || chance) gone += text;
    if (kind === 'new' || chance) come += text;
  });
  flush();
  return all;
}
