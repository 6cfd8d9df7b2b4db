/** The join form as typed. */
export interface JoinDraft {
  joinCode: string;
  name: string;
  fourteen: boolean;
}

/** What cannot be sent yet, by field. The same rules as the contract's, told before anything is sent. */
export function joinErrors(draft: JoinDraft): Partial<Record<keyof JoinDraft, string>> {
  const errors: Partial<Record<keyof JoinDraft, string>> = {};
  if (!/^[A-Za-z0-9]{6,12}$/.test(draft.joinCode.trim())) errors.joinCode = '邀请码是 6 到 12 位字母和数字';
  if (draft.name.trim() === '') errors.name = '请填写姓名';
  if (!draft.fourteen) errors.fourteen = '未满 14 周岁请由学校团组织统一办理';
  return errors;
}
