import { useState } from 'react';
import { View } from '@tarojs/components';
import { startOfDay } from '@contract/day';
import { DateTimeField } from '@/shared/ui/DateTimeField/DateTimeField';
import { Section } from '@/shared/ui/Section/Section';
import { TextField } from '@/shared/ui/TextField/TextField';

const EVENING_MS = 19 * 3_600_000;

/** What is typed and picked. */
export function Fields() {
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('就着江风读一首写江的诗。每人一段，读错了重来，没有评分，也不录像。');
  const [places, setPlaces] = useState('5000');
  const [starts, setStarts] = useState<number | null>(startOfDay('20261205') + EVENING_MS);
  return (
    <Section title="输入">
      <View className="gallery__stack">
        <TextField label="活动名称" value={title} onChange={setTitle} max={40} placeholder="比如：江边夜读" />
        <TextField label="活动介绍" value={about} onChange={setAbout} max={400} multiline hint="做什么，适合谁" />
        <TextField label="名额" value={places} onChange={setPlaces} type="number" error="名额应为 1 到 500 的整数" />
        <DateTimeField label="开始" value={starts} onChange={setStarts} hint="一般在晚上" />
        <DateTimeField label="结束" value={null} onChange={setStarts} error="请选择结束时间" />
      </View>
    </Section>
  );
}
