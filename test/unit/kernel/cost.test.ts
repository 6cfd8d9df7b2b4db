import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import { parseInput } from '../../../cloudfunctions/kernel/wire';
import { Refusal } from '../../../cloudfunctions/kernel/refusal';

/*
 * Input is parsed before anybody is counted or let in, so whoever is in WeChat may have it parsed: what is refused must
 * be refused at once, whatever it is made of.
 */

const LONGEST = 64_000;
const filled = (pattern: string, first = '') => first + pattern.repeat((LONGEST - first.length) / pattern.length);

/** What is slow to compose, to fold or to match. */
const slow: Record<string, string> = {
  'marks in turn': filled('\u0301\u0316', 'a'),
  'marks in the wrong order': 'a' + '\u0301'.repeat(LONGEST / 2 - 1) + '\u0316'.repeat(LONGEST / 2),
  'characters that become many': filled('\ufdfa'),
  spaces: `${' '.repeat(LONGEST - 1)}x`,
  'brackets that never close': filled('（'),
  joiners: filled('\u200d', '👨'),
  'labels of codes': filled('邀请码'),
};

/** Far more than refusing takes on a busy machine, far less than composing does. */
const PATIENCE_MS = 500;

const fieldsOf = (action: ActionName): string[] => {
  const { entries } = actions[action].input as { entries?: object };
  return Object.keys(entries ?? {});
};

/** Milliseconds of processor time: what else the machine does in the meantime is not counted. */
function timeToParse(action: ActionName, input: unknown): number {
  const begun = process.cpuUsage();
  try {
    parseInput(action, input);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

it.each(Object.keys(slow))(
  'as much text as may be sent costs next to nothing in any field of any action: %s',
  (name) => {
    const text = slow[name];
    const shapes = [text, [text], [{ label: text, value: text, options: [text] }]];
    const dear = (Object.keys(actions) as ActionName[]).flatMap((action) =>
      fieldsOf(action).flatMap((field) =>
        shapes.some((value) => timeToParse(action, { [field]: value }) > PATIENCE_MS) ? [`${action} ${field}`] : [],
      ),
    );
    expect(dear).toEqual([]);
  },
);
