import { page } from './declare';

/** What the law asks for, and what shows that it is kept. */
export const compliance = {
  /** Both are led to from 关于. */
  compliance: page('packages/about/compliance'),
  licences: page('packages/about/licences'),
};
