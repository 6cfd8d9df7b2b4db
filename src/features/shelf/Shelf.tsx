import type { ActionOutput } from '@contract/registry';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Section } from '@/shared/ui/Section/Section';
import { CoverGrid } from './CoverGrid';
import { Desk } from './Desk';
import { FinishedList } from './FinishedList';
import { Shelved } from './Shelved';
import { useMoveBook } from './useMoveBook';

/** Where the next book comes from when nothing is in hand. */
const idleHint = (wants: boolean): string =>
  wants ? '从想读里挑一本，点“开始读”就放到这里。' : '找到想读的书，在它的页面点“在读”就放到这里。';

/** 在读 first, then 想读 and 读完. */
export function Shelf({ overview }: { overview: ActionOutput<'shelf.overview'> }) {
  const { move } = useMoveBook();
  const { reading, want, finished } = overview;
  const bare = reading.length + want.items.length + finished.items.length === 0;
  return (
    <>
      {bare ? (
        <Empty
          title="书架还空着"
          hint="找一本想读的书放上来。书架只有您自己看得到。"
          action={<Button onClick={() => go('bookSearch')}>找一本书</Button>}
        />
      ) : (
        <Section title="在读">
          {reading.length > 0 ? (
            <Desk books={reading} onMove={move} />
          ) : (
            <Empty title="手头没有在读的书" hint={idleHint(want.items.length > 0)} />
          )}
        </Section>
      )}
      {want.items.length > 0 && (
        <Section title="想读">
          <Shelved status="want" page={want}>
            {(items) => <CoverGrid items={items} onMove={move} />}
          </Shelved>
        </Section>
      )}
      {finished.items.length > 0 && (
        <Section title="读完">
          <Shelved status="finished" page={finished}>
            {(items) => <FinishedList items={items} />}
          </Shelved>
        </Section>
      )}
    </>
  );
}
