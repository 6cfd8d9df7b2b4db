import { useState } from 'react';
import { call } from '@/shared/call/call';
import { serverNow } from '@/shared/call/clock';
import { asCallError } from '@/shared/call/error';
import { copyText } from '@/shared/copyText';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { everybodyOnce, rosterText, type Person } from './rosterText';

/** Sooner than this nobody wonders. */
const TELL_AFTER_MS = 1000;

/**
 * Copies a whole roster as text, page by page past every cache, so that nothing of it stays on the phone. `progress`:
 * what to say of a copying that takes longer.
 */
export function useCopyRoster(id: string): { copy: () => void; copying: boolean; progress: string | null } {
  const [copying, setCopying] = useState(false);
  const [progress, setProgress] = useState<string | null>(null);

  const fetchAll = async (): Promise<string> => {
    const begun = Date.now();
    let page = await call('event.roster', { id });
    const people: Person[] = [...page.items];
    while (page.next !== null) {
      if (Date.now() - begun > TELL_AFTER_MS) setProgress(`已取 ${people.length} / ${page.total} 人`);
      page = await call('event.roster', { id, cursor: page.next });
      people.push(...page.items);
    }
    return rosterText(page, everybodyOnce(people), serverNow());
  };

  const copy = async (): Promise<void> => {
    setCopying(true);
    try {
      await copyText(await fetchAll(), '名单已复制，请只发给需要的人');
    } catch (thrown) {
      snackbar(`名单没有取全，没有复制。${asCallError(thrown).message}`);
    } finally {
      setCopying(false);
      setProgress(null);
    }
  };
  return { copy: () => void copy(), copying, progress };
}
