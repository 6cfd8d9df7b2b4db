import type { CaseDetail } from '@contract/domains/moderation/actions';

type Part = CaseDetail['parts'][number];

/** A part as it is shown; `before` is there where something stands that this is to take the place of. */
interface Shown extends Part {
  before?: string;
}

/**
 * The parts of what is judged beside what stands now, by the names of their fields; one that was emptied is there, too.
 * What has one part only is compared whatever that is called.
 */
export function besideStanding(parts: readonly Part[], standing: readonly Part[]): Shown[] {
  if (standing.length === 0) return [...parts];
  const [only] = parts;
  const [there] = standing;
  if (parts.length === 1 && standing.length === 1 && only && there) return [{ ...only, before: there.text }];
  const emptied = standing.filter(({ label }) => parts.every((part) => part.label !== label));
  return [
    ...parts.map((part) => ({ ...part, before: standing.find(({ label }) => label === part.label)?.text ?? '' })),
    ...emptied.map(({ label, text }) => ({ label, text: '', before: text })),
  ];
}
