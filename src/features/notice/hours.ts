import { config } from '@contract/config';
import type { MessageSettings } from '@contract/domains/notice/actions';

type Quiet = MessageSettings['quiet'];

/** Hours that people have asked for; whoever has others sees his own besides. */
const usual: readonly Quiet[] = [config.messages.quiet, { from: 21, to: 9 }, { from: 18, to: 8 }, null];

/** A word for the choice of hours. */
export const quietKey = (quiet: Quiet): string => (quiet === null ? 'none' : `${quiet.from}-${quiet.to}`);

/** The hours of such a word. */
export function hoursOf(key: string): Quiet {
  const [from, to] = key.split('-').map(Number);
  return from === undefined || to === undefined ? null : { from, to };
}

const label = (quiet: Quiet): string => {
  if (quiet === null) return '不限';
  return `${quiet.from} 点到${quiet.to <= quiet.from ? '次日 ' : ' '}${quiet.to} 点`;
};

/** The choices, with his own among them. */
export function quietChoices(own: Quiet): { value: string; label: string }[] {
  const all = usual.some((one) => quietKey(one) === quietKey(own)) ? usual : [own, ...usual];
  return all.map((quiet) => ({ value: quietKey(quiet), label: label(quiet) }));
}
