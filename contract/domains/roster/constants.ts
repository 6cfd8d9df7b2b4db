/** Most names of one roster. */
export const ROSTER_MAX = 2000;
/** Most characters that are pasted at once. */
export const PASTED_MAX = 40_000;
/** Bytes of a file that one call carries; 2,000 names in a workbook are less. */
export const FILE_MAX_BYTES = 45_000;
export const ANSWER_MAX = 20;
/** Lines that are named one by one because they could not be read; all are counted. */
export const FAULTS_SHOWN = 50;
/** For so long a cleared roster can be brought back; then its names are gone. */
export const CLEAR_UNDO_HOURS = 1;

/**
 * What tells two people of one name apart. Nothing that opens another door: no number of an identity card, no telephone,
 * no birthday (docs/adr/0040).
 */
export const rosterQuestions = ['entryYear', 'numberTail', 'unit'] as const;
export type RosterQuestion = (typeof rosterQuestions)[number];
/** As the secretary chooses it. */
export const rosterQuestionNames: Record<RosterQuestion, string> = {
  entryYear: '入学或入职年份',
  numberTail: '学号或工号后四位',
  unit: '班级或部室',
};
/** As the person who joins is asked. */
export const rosterQuestionTexts: Record<RosterQuestion, string> = {
  entryYear: '您哪一年入学或入职？',
  numberTail: '您的学号或工号后四位是？',
  unit: '您在哪个班级或部室？',
};
