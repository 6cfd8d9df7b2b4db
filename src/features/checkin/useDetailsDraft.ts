import type { Day } from '@contract/day';
import type { Details } from './outbox/entry';
import { readKept } from '@/shared/draft/storage';
import { useDraft, type Draft } from '@/shared/draft/useDraft';
import { detailFields, readDetails, type DetailsDraft } from './details';

interface Kept {
  words: DetailsDraft;
  /** What the line said when the first word was typed: tells what was changed from what was only there. */
  base: DetailsDraft;
}

const nameOf = (day: Day, bookId: string): string => `checkin:${day}:${bookId}`;

/** Whether words for this book and day were begun and neither saved nor thrown away. */
export const hasDetailsDraft = (day: Day, bookId: string): boolean => readKept(nameOf(day, bookId)) !== undefined;

export interface DetailsWriter {
  draft: Draft<Kept>;
  value: DetailsDraft;
  change: (field: keyof DetailsDraft, text: string) => void;
  /** What was changed here. What another phone wrote meanwhile in another field stays. */
  changes: Details;
  errors: Partial<Record<keyof DetailsDraft, string>>;
}

/** The words for one book on one day, kept on this phone until they are saved or thrown away. */
export function useDetailsDraft(day: Day, bookId: string, line: DetailsDraft): DetailsWriter {
  const draft = useDraft<Kept>(nameOf(day, bookId), { words: line, base: line });
  const { words, base } = draft.value;
  const changed = detailFields.filter((field) => words[field] !== base[field]);
  const pick = <T extends object>(of: T) =>
    Object.fromEntries(Object.entries(of).filter(([field]) => changed.some((one) => one === field)));
  const value = { ...line, ...pick(words) };
  const { details, errors } = readDetails(value);
  return {
    draft,
    value,
    change: (field, text) => draft.change((old) => ({ ...old, words: { ...old.words, [field]: text } })),
    changes: pick(details),
    errors,
  };
}
