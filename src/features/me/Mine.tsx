import type { Session } from '@contract/domains/me/actions';
import { menuOf } from '@/shared/menu';
import { Section } from '@/shared/ui/Section/Section';
import { Entries } from './Entries';

/** What I have kept here; my events have a tab, 投诉建议 is at the head of each. */
export function Mine({ session }: { session: Session }) {
  return (
    <Section title="阅读">
      <Entries entries={menuOf('reading', session)} />
    </Section>
  );
}
