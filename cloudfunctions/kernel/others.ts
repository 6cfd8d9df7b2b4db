declare const closed: unique symbol;

/**
 * The collections of all domains, closed. A handler hands them to functions of another domain's `public.ts`, which open
 * their own (`own.ts`).
 */
export interface Others {
  readonly [closed]: true;
}

/** Closes the collections of all domains. */
export const closeAll = (db: object): Others => db as Others;
