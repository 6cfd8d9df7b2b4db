import { createContext } from 'react';
import type { CallKey } from './client';

/** What one page uses, told while it renders: should it fail, that is what may have made it fail (see Boundary). */
export interface Scope {
  uses(query: CallKey): void;
  /** A draft kept under this name. */
  writes(draft: string): void;
}

export const PageScope = createContext<Scope>({ uses: () => undefined, writes: () => undefined });
