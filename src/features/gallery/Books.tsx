import { View } from '@tarojs/components';
import { tones } from '@contract/domains/book/constants';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Fold } from '@/shared/ui/Fold/Fold';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Note } from '@/shared/ui/Note/Note';
import { Seal } from '@/shared/ui/Seal/Seal';
import { Section } from '@/shared/ui/Section/Section';

const long =
  '今年我们改了三次活动报表，每次都想让基层少填几格，结果总数反而多了。这本书让我看明白：单看每一张表都合理，合在一起却成了负担，因为没有人看见整个回路。';

/** Covers, seals and long words. */
export function Books() {
  return (
    <>
      <Section title="封面">
        <View className="gallery__line">
          {tones.map((tone) => (
            <Cover key={tone} title="乡土中国" author="费孝通" tone={tone} size="s" />
          ))}
        </View>
        <View className="gallery__line">
          <Cover title="中国古代神话与传说故事新编" author="一位名字很长的外国作者" tone="plum" size="m" />
          <Cover title="活着" author="余华" tone="ink" size="l" />
        </View>
      </Section>
      <Section title="印">
        <View className="gallery__line">
          <Seal label="读过" />
          <Seal text="荐" label="荐" />
          <Seal text="已报" size={52} label="已报名" />
          <Seal text="今日已读" size={56} />
        </View>
      </Section>
      <Section title="长文">
        <Fold text={long.repeat(5)} />
        <Heading level={3} className="gallery__heading">
          节内的小标题
        </Heading>
        <Fold text="短的不折。" />
        <Note text={long.repeat(5)} />
      </Section>
    </>
  );
}
