import { nameField } from '@contract/domains/me/fields';
import { foldJoinCode, JOIN_CODE_PROBLEM, joinCodePattern, readText } from '@contract/text';

/** The join form as typed. */
export interface JoinDraft {
  joinCode: string;
  name: string;
  fourteen: boolean;
}

/** What cannot be sent yet, by field. The same rules as the contract's, told before anything is sent. */
export function joinErrors(draft: JoinDraft): Partial<Record<keyof JoinDraft, string>> {
  const errors: Partial<Record<keyof JoinDraft, string>> = {};
  if (!joinCodePattern.test(foldJoinCode(draft.joinCode))) errors.joinCode = JOIN_CODE_PROBLEM;
  const { problem } = readText(draft.name, nameField);
  if (problem !== undefined) errors.name = problem;
  if (!draft.fourteen) errors.fourteen = '请先勾选；未满 14 周岁的由学校团组织统一办理';
  return errors;
}
