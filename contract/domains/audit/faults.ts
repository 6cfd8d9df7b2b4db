/** What a check of the audit found, by its kind, and what it says of the seal or entry of this id. */
export const faultWords = {
  seal: (id: string) => `封存 ${id} 被改动，或它前面的封存缺失`,
  entry: (id: string) => `记录 ${id} 被改动，或它前面的记录缺失`,
  missing: (id: string) => `已封存的记录 ${id} 不见了，或被改写`,
  added: (id: string) => `记录 ${id} 是在当天封存之后才加进来的`,
  count: (id: string) => `封存 ${id} 所管的记录，条数与封存时不同`,
  lost: (id: string) => `抄下的封存 ${id} 不见了，或被改写`,
};
export type FaultKind = keyof typeof faultWords;
