import type { Month } from '@contract/day';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';

/** What is mine, and where to turn. */
export function Mine({ month }: { month: Month }) {
  return (
    <Section title="我的">
      <Row title="阅读记录" context="按月翻看，可补记" onClick={() => go('month', { month })} />
      <Row title="我的活动" onClick={() => go('events', { which: 'mine' })} />
      <Row title="投诉建议" context="有编号，有答复日期" onClick={() => go('feedback')} />
      <Row title="关于" context="主办单位、备案编号、用到的数据" onClick={() => go('about')} />
    </Section>
  );
}
