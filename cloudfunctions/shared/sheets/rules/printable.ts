/** What a file holds may be quoted; characters in it that control a terminal or turn the text round must not reach it. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
