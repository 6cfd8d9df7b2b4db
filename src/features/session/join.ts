import { joinRefusals } from '@contract/domains/invitation/constants';
import { nameField } from '@contract/domains/me/fields';
import { answerField } from '@contract/domains/roster/fields';
import { foldJoinCode, JOIN_CODE_PROBLEM, joinCodePattern, readText } from '@contract/text';

/** The join form as typed. */
export interface JoinDraft {
  joinCode: string;
  name: string;
  fourteen: boolean;
}

/**
 * What cannot be sent yet, by field; of a member, who has a name, the code alone. The same rules as the contract's, told
 * before anything is sent.
 */
export function joinErrors(draft: JoinDraft, asksName = true): Partial<Record<keyof JoinDraft, string>> {
  const errors: Partial<Record<keyof JoinDraft, string>> = {};
  if (!joinCodePattern.test(foldJoinCode(draft.joinCode))) errors.joinCode = JOIN_CODE_PROBLEM;
  if (!asksName) return errors;
  const { problem } = readText(draft.name, nameField);
  if (problem !== undefined) errors.name = problem;
  if (!draft.fourteen) errors.fourteen = '请先勾选；未满 14 周岁的由学校团组织统一办理';
  return errors;
}

/** What is wrong with the answer to the question that tells two people of one name apart. */
export function answerError(answer: string): { answer?: string } {
  const { text, problem } = readText(answer, answerField);
  if (problem !== undefined) return { answer: problem };
  return text === '' ? { answer: '请回答，或选“不清楚，照常加入”' } : {};
}

const aboutCode: readonly string[] = joinRefusals;

/** Whether a refusal is about the code, which lets nobody in. */
export const isAboutCode = (error: { code: string } | null): boolean =>
  error !== null && aboutCode.includes(error.code);
