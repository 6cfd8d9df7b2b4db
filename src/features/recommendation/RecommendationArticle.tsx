import { Text, View } from '@tarojs/components';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Seal } from '@/shared/ui/Seal/Seal';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useOpen } from '@/shared/wide/chosen';
import { SignedBy } from './SignedBy';
import './RecommendationArticle.scss';

const numerals = ['一', '二', '三'];

/** A recommendation to be read: cover, reason (荐语) with its seal, three guide questions, what to read in ten minutes. */
export function RecommendationArticle({ recommendation }: { recommendation: RecommendationDetail }) {
  const { book, reason, questions, pointer } = recommendation;
  const { open } = useOpen('bookDetail', book.id);
  return (
    <View className="sx-article">
      <Tap className="sx-article__book" pressed="sx-article__book--pressed" role="link" onTap={open}>
        <Cover title={book.title} author={book.author} tone={book.tone} size="l" />
        <Text className="sx-article__title">{book.title}</Text>
        <Text className="sx-article__author">{book.author}</Text>
      </Tap>

      <View className="sx-article__reason">
        {reason.split(/\n+/).map((paragraph, index) => (
          <Text key={index} className="sx-article__paragraph">
            {paragraph}
          </Text>
        ))}
        <View className="sx-article__signed">
          <View className="sx-article__signature">
            <SignedBy card={recommendation} />
          </View>
          <Seal text="荐" size={48} />
        </View>
      </View>

      <View className="sx-article__part">
        <Heading level={2} className="sx-article__heading">
          带着三个问题读
        </Heading>
        {questions.map((question, index) => (
          <View key={index} className="sx-article__question">
            <Text className="sx-article__numeral">{numerals[index]}</Text>
            <Text className="sx-article__question-text">{question}</Text>
          </View>
        ))}
      </View>

      <View className="sx-article__part">
        <Heading level={2} className="sx-article__heading">
          只有十分钟，读这里
        </Heading>
        <Text className="sx-article__pointer">{pointer}</Text>
      </View>
    </View>
  );
}
