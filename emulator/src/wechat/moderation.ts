import { refusal, platform } from './errors';
import type { ModerationMode, Verdict, WordRule } from './types';

/** WeChat's labels: 100 normal, 20006 crime, 21000 other. Which one a verdict has is the moderators' matter. */
const LABELS: Record<Verdict, number> = { pass: 100, review: 21000, risky: 20006 };

const SEVERITY: readonly Verdict[] = ['pass', 'review', 'risky'];

/** One entry of `detail`. */
interface Finding {
  strategy: 'content_model' | 'keyword';
  errcode: 0;
  suggest: Verdict;
  label: number;
  /** Of the model: how sure it is, 0 to 100. */
  prob?: number;
  /** Of a keyword: how grave it is, 0 to 100. */
  level?: number;
  keyword?: string;
}

/** What moderation says of one thing. */
export interface Judgement {
  verdict: Verdict;
  result: { suggest: Verdict; label: number };
  detail: Finding[];
}

/** The gravest rule whose word is in the text decides; without one the mode. Words match whatever their case. */
export function judge(text: string, mode: Verdict, rules: readonly WordRule[]): Judgement {
  const lower = text.toLowerCase();
  const hits = rules.filter(({ word }) => lower.includes(word.toLowerCase()));
  const verdict = hits.reduce<Verdict | undefined>((worst, rule) => graver(worst, rule.verdict), undefined) ?? mode;
  const label = LABELS[verdict];
  const keywords = hits.map(({ word, verdict: suggest }): Finding => {
    const level = suggest === 'pass' ? 20 : 90;
    return { strategy: 'keyword', errcode: 0, suggest, label: LABELS[suggest], level, keyword: word };
  });
  return {
    verdict,
    result: { suggest: verdict, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: verdict, label, prob: 90 }, ...keywords],
  };
}

function graver(a: Verdict | undefined, b: Verdict): Verdict {
  return a !== undefined && SEVERITY.indexOf(a) > SEVERITY.indexOf(b) ? a : b;
}

/** The verdict a mode stands for; `undefined` while moderation does not answer. */
export const verdictOf = (mode: ModerationMode): Verdict | undefined =>
  mode === 'down' || mode === 'timeout' ? undefined : mode;

/** Waits as long as a caller waits for an interface that does not answer; ends at once when the emulator stops. */
export type Silence = () => Promise<void>;

/** The verdict to give now. Throws "system busy", or a time-out after the silence, where the mode asks for it. */
export async function answering(mode: ModerationMode, silence: Silence): Promise<Verdict> {
  if (mode === 'down') throw refusal(-1);
  if (mode !== 'timeout') return mode;
  await silence();
  throw platform.timeout();
}
