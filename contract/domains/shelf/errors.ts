/** Refusals of this domain, see `contract/errors.ts`. */
export const shelfErrors = {
  DESK_FULL: '在读的书已有 9 本。读完或移走一本后再添加。',
} as const;
