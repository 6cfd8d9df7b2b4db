import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Section } from '@/shared/ui/Section/Section';
import { ReasonQuote } from './ReasonQuote';

/** What was said of a book (荐语), the newest first. */
export function SaidOfBook({ cards }: { cards: readonly RecommendationCard[] }) {
  return (
    <Section title="荐语">
      {cards.length > 0 ? (
        cards.map((card) => <ReasonQuote key={card.id} card={card} />)
      ) : (
        <Empty title="还没有荐语" hint="书记推荐这本书时写的话，会放在这里。" />
      )}
    </Section>
  );
}
