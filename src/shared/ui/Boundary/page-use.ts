import { forgetReplies, type CallKey } from '@/shared/call/client';
import type { Scope } from '@/shared/call/scope';
import { forget } from '@/shared/draft/storage';

/** What a page has used since it was opened, and how to let go of it. */
export interface PageUse extends Scope {
  hasDrafts(): boolean;
  forgetReplies(): void;
  forgetDrafts(): void;
}

export function trackUse(): PageUse {
  const queries = new Map<string, CallKey>();
  const drafts = new Set<string>();
  return {
    uses: (query) => void queries.set(JSON.stringify(query), query),
    writes: (draft) => void drafts.add(draft),
    hasDrafts: () => drafts.size > 0,
    forgetReplies: () => queries.forEach(forgetReplies),
    forgetDrafts: () => drafts.forEach(forget),
  };
}
