import { useState } from 'react';
import { View } from '@tarojs/components';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Section } from '@/shared/ui/Section/Section';
import { Segments } from '@/shared/ui/Segments/Segments';
import { Tick } from '@/shared/ui/Tick/Tick';

const kinds = [
  { value: 'recitation', label: '诵读' },
  { value: 'readingClub', label: '共读' },
  { value: 'lecture', label: '讲座' },
] as const;
const views = [
  { key: 'open', label: '可报名' },
  { key: 'mine', label: '我的' },
] as const;

/** One of several. */
export function Choices() {
  const [view, setView] = useState<(typeof views)[number]['key']>('open');
  const [kind, setKind] = useState<(typeof kinds)[number]['value'] | null>('recitation');
  const [on, setOn] = useState(true);
  return (
    <Section title="选择">
      <Segments items={views} value={view} onChange={setView} />
      <View className="gallery__stack">
        <ChoiceField label="类型" options={kinds} value={kind} onChange={setKind} />
        <ChoiceField label="类型，还没有选" options={kinds} value={null} onChange={setKind} error="请选一项" />
        <Tick label="我已年满 14 周岁" on={on} onChange={setOn} />
        <Tick label="已读过说明" on={false} onChange={setOn} error="请先读说明" />
      </View>
    </Section>
  );
}
