import { sameWords } from './standing';

/** One part of a form: what it is called, what was saved by now and what is being written. */
export type Part = readonly [name: string, theirs: string, mine: string];

/** The parts saved by somebody else that are not what is being written, a line each, to compare before choosing. */
export function differing(parts: readonly Part[]): string {
  const lines = parts
    .filter(([, theirs, mine]) => !sameWords(mine, theirs))
    .map(([name, theirs]) => `${name}：${theirs || '（空）'}`);
  return lines.length > 0 ? lines.join('\n') : '和您写的一样。';
}
