import type { TextRule } from './text';

/*
 * Every text that somebody types: what it is called, how long it may be, whether it may be empty or have lines. The
 * schemas and the forms take their rules from here and from the domains' `fields.ts`, so that a form refuses what the
 * server would, in the same words. Here is what belongs to no one domain.
 */

export const searchField: TextRule = { name: '关键词', max: 40 };
