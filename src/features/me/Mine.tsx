import type { Month } from '@contract/day';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';

/** What I have kept here; my events have a tab, 投诉建议 is at the head of each. */
export function Mine({ month }: { month: Month }) {
  return (
    <Section title="阅读">
      <Row title="阅读记录" context="按月翻看，可补记" onClick={() => go('month', { month })} />
    </Section>
  );
}
