import type { CheckInLine } from '@contract/domains/checkin/actions';
import { noteField } from '@contract/domains/checkin/fields';
import { foldWidth, readText } from '@contract/text';
import type { Details } from './outbox/entry';

/** The form as typed. */
export interface DetailsDraft {
  pages: string;
  minutes: string;
  note: string;
}

export const detailFields = ['pages', 'minutes', 'note'] as const satisfies readonly (keyof DetailsDraft)[];

const PAGES_MAX = 2000;
const MINUTES_MAX = 1440;

export const draftOf = (line: Pick<CheckInLine, 'pages' | 'minutes' | 'note'> | undefined): DetailsDraft => ({
  pages: line?.pages?.toString() ?? '',
  minutes: line?.minutes?.toString() ?? '',
  note: line?.note ?? '',
});

const readNumber = (typed: string, max: number): { value: number | null; wrong: boolean } => {
  const text = foldWidth(typed);
  if (text === '') return { value: null, wrong: false };
  const value = Number(text);
  return { value, wrong: !Number.isInteger(value) || value < 1 || value > max };
};

/** What the typed texts mean, and which of them cannot be sent. Empty means: nothing to say. */
export function readDetails(draft: DetailsDraft): {
  details: Required<Details>;
  errors: Partial<Record<keyof DetailsDraft, string>>;
} {
  const pages = readNumber(draft.pages, PAGES_MAX);
  const minutes = readNumber(draft.minutes, MINUTES_MAX);
  const note = readText(draft.note, noteField);
  return {
    details: { pages: pages.value, minutes: minutes.value, note: note.text || null },
    errors: {
      ...(pages.wrong ? { pages: `1 到 ${PAGES_MAX} 的整数` } : {}),
      ...(minutes.wrong ? { minutes: `1 到 ${MINUTES_MAX} 的整数` } : {}),
      ...(note.problem === undefined ? {} : { note: note.problem }),
    },
  };
}

/** `12 页 · 20 分钟`, or nothing. */
export const detailsLine = (line: Pick<CheckInLine, 'pages' | 'minutes'>): string =>
  [line.pages && `${line.pages} 页`, line.minutes && `${line.minutes} 分钟`].filter(Boolean).join(' · ');

/** The word that opens the form. */
export const writeLabel = (begun: boolean, written: boolean, empty: string): string =>
  begun ? '接着写' : written ? '修改' : empty;
