import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { go } from '@/shared/nav';
import { Card } from '@/shared/ui/Card/Card';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Seal } from '@/shared/ui/Seal/Seal';
import { Section } from '@/shared/ui/Section/Section';
import './RecommendationNow.scss';

/** The current 书记荐书: what was said of the book, by whom, with the seal. */
export function RecommendationNow({ card }: { card: RecommendationCard }) {
  const { id, book, reason, recommender } = card;
  return (
    <Section title="书记荐书" more={{ label: '全部', onClick: () => go('recommendations', {}) }}>
      <Card onClick={() => go('recommendation', { id })}>
        <View className="recommendation-now">
          <Cover title={book.title} author={book.author} tone={book.tone} size="m" />
          <View className="recommendation-now__words">
            <Text className="recommendation-now__title">{`《${book.title}》`}</Text>
            <Text className="recommendation-now__reason">{reason}</Text>
            <View className="recommendation-now__foot">
              <Text className="recommendation-now__signature">{`${recommender.orgName} ${recommender.name}`}</Text>
              <Seal text="荐" size={28} label="书记荐书" />
            </View>
          </View>
        </View>
      </Card>
    </Section>
  );
}
