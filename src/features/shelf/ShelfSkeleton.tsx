import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** The shelf's shape while it loads. */
export function ShelfSkeleton() {
  return (
    <>
      <Section title="在读">
        <Skeleton shape="book" count={2} />
      </Section>
      <Section title="想读">
        <Skeleton shape="cover" count={3} />
      </Section>
    </>
  );
}
