import { useState } from 'react';
import { View } from '@tarojs/components';
import { searchField } from '@contract/fields';
import type { BookRef } from '@contract/shared/book';
import { readText } from '@contract/text';
import { Empty } from '@/shared/ui/Empty/Empty';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useOpener } from '@/shared/wide/chosen';
import { searchHint } from './isbnHint';
import { RecentSearches } from './RecentSearches';
import { SearchResults } from './SearchResults';
import { useDebounced } from '@/shared/useDebounced';
import { useRecent } from './useRecent';
import './BookSearch.scss';

/** Long enough to type a character with an input method, short enough not to be noticed. */
const PAUSE_MS = 350;

interface Props {
  initial: string;
  /** A book is chosen for the page before; without it, it leads to its own. */
  onPick?: (book: BookRef) => void;
  /** The book is not in the catalogue; `typed` is what was searched for. */
  onAdd: (typed: string) => void;
}

/** Finds a book by title, author or ISBN while one types. */
export function BookSearch({ initial, onPick, onAdd }: Props) {
  const [typed, setTyped] = useState(initial);
  const { text, problem } = readText(typed, { ...searchField, optional: true });
  const { recent, remember, clear } = useRecent();
  const hint = searchHint(typed);
  // No book has a wrong ISBN: there is nothing to find, nor to add under it.
  const q = useDebounced(problem === undefined && hint.kind !== 'wrong' ? text : '', PAUSE_MS);

  const { open, isCurrent } = useOpener('bookDetail');

  const choose = (book: BookRef): void => {
    remember(q);
    if (onPick) onPick(book);
    else open(book.id);
  };

  return (
    <View className="sx-book-search">
      <View className="sx-book-search__field">
        <TextField
          label="书名、作者或 ISBN"
          value={typed}
          onChange={setTyped}
          max={searchField.max}
          placeholder="比如：万历十五年"
          error={hint.kind === 'wrong' ? hint.text : problem}
          hint={hint.kind === 'typing' || hint.kind === 'right' ? hint.text : undefined}
        />
      </View>
      {q !== '' ? (
        <SearchResults
          key={q}
          q={q}
          picks={onPick !== undefined}
          onChoose={choose}
          isCurrent={isCurrent}
          onAdd={() => onAdd(q)}
        />
      ) : recent.length > 0 ? (
        <RecentSearches recent={recent} onChoose={setTyped} onClear={clear} />
      ) : (
        hint.kind !== 'wrong' && <Empty title="找一本书" hint="写书名里的几个字就行，也可以写作者，或书背面的 ISBN。" />
      )}
    </View>
  );
}
