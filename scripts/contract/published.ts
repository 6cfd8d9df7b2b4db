import { existsSync, readFileSync } from 'node:fs';
import type { ActionSpec } from '../../contract/action';
import { actions } from '../../contract/registry';
import { CONTRACT_VERSION } from '../../contract/version';
import { inRoot } from '../lib/paths';
import { OperatorError } from '../lib/say';
import { misunderstood } from './compare';
import { shapeOf, type Shape } from './shape';

/** What clients know of the contract: the shapes of every action, of one version. */
export interface Published {
  version: number;
  actions: Record<string, { input: Shape; output: Shape }>;
}

export const publishedFile = 'contract/published.json';

/** The contract as the sources have it. */
export const present = (): Published => ({
  version: CONTRACT_VERSION,
  actions: Object.fromEntries(
    Object.entries<ActionSpec>(actions)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { input, output }]) => [name, { input: shapeOf(input), output: shapeOf(output) }]),
  ),
});

/** One action a line, so that a change of one is seen as one. */
const textOf = ({ version, actions: all }: Published): string =>
  `{"version":${version},"actions":{\n${Object.entries(all)
    .map(([name, shapes]) => `${JSON.stringify(name)}:${JSON.stringify(shapes)}`)
    .join(',\n')}\n}}\n`;

/** What a client that knows `before` would stumble over. */
export const breaks = (before: Published, now: Published): string[] =>
  Object.entries(before.actions).flatMap(([name, old]) => {
    const action = now.actions[name];
    if (action === undefined) return [`${name}：没有了`];
    return [
      ...misunderstood(old.input, action.input, true).map((problem) => `${name} 的输入 ${problem}`),
      ...misunderstood(action.output, old.output, false).map((problem) => `${name} 的输出 ${problem}`),
    ];
  });

/**
 * The file that stands for what clients know. Refuses to make it where clients of before would stumble and the version is
 * still theirs.
 */
export function published(): string {
  const now = present();
  const file = inRoot(publishedFile);
  if (existsSync(file)) {
    const before = JSON.parse(readFileSync(file, 'utf8')) as Published;
    const problems = before.version === now.version ? breaks(before, now) : [];
    if (problems.length > 0) {
      throw new OperatorError(
        [
          '契约有旧版小程序不认识的改动：',
          ...problems.map((problem) => `  ${problem}`),
          '尽量改成新增（新功能、可省略的新字段）。确有必要时，把 contract/version.ts 的 CONTRACT_VERSION 加一，旧版会得到更新的提示。',
        ].join('\n'),
      );
    }
  }
  return textOf(now);
}
