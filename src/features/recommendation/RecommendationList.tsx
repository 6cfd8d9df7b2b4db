import { View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { useListCall } from '@/shared/call/query';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { RecommendationTile } from './RecommendationTile';

const empty = {
  visible: { title: '还没有荐书', hint: '书记推荐的书会放在这里，每本都有荐语和三个导读问题。' },
  mine: { title: '您还没写过荐书', hint: '选一本书，写几句为什么值得读，大约五分钟。' },
};

function Tiles({ cards, own }: { cards: readonly RecommendationCard[]; own: boolean }) {
  const tones = tonesBeside(cards.map(({ book }) => book));
  return (
    <>
      {cards.map((card, index) => (
        <RecommendationTile key={card.id} card={card} tone={tones[index] ?? card.book.tone} own={own} />
      ))}
    </>
  );
}

/** Recommendations that I can see, or those I wrote, newest first. */
export function RecommendationList({ which }: { which: 'visible' | 'mine' }) {
  const list = useListCall('recommendation.list', { which });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={3} />}>
      {(cards) =>
        cards.length === 0 ? (
          <Empty {...empty[which]} />
        ) : (
          <View className="sx-picks">
            <Tiles cards={cards} own={which === 'mine'} />
            <ListEnd list={list} />
          </View>
        )
      }
    </QueryView>
  );
}
