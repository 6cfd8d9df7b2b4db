/** Refusals of this domain, see `contract/errors.ts`. */
export const bookErrors = {
  BOOK_NOT_FOUND: '没有找到这本书，请重新选择。',
  BOOK_EXISTS: '书目里已有这本书，请核对书名、作者和 ISBN。',
  ISBN_INVALID: 'ISBN 校验位不对，请对照书背面的 13 位号码核对。',
} as const;
