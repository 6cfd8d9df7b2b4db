import { useState, type ReactNode } from 'react';
import type { ShelfItem } from '@contract/domains/shelf/actions';
import type { ShelfStatus } from '@contract/domains/shelf/constants';
import { useListCall } from '@/shared/call/query';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';

interface Props {
  status: ShelfStatus;
  /** The first page, which came with the whole shelf. */
  page: { items: ShelfItem[]; next: string | null };
  children: (items: readonly ShelfItem[]) => ReactNode;
}

/** The books of one status: those that came with the shelf, and on request the pages after them. */
export function Shelved({ status, page, children }: Props) {
  const [opened, setOpened] = useState(false);
  const goesOn = page.next !== null;
  const rest = useListCall(
    'shelf.list',
    { status, ...(page.next === null ? {} : { cursor: page.next }) },
    { enabled: opened && goesOn },
  );
  const reached = opened && goesOn && rest.data !== undefined;
  const end = reached
    ? rest
    : {
        hasMore: goesOn,
        error: opened ? rest.error : null,
        loadingMore: opened && rest.pending,
        loadMore: opened ? rest.retry : () => setOpened(true),
      };
  return (
    <>
      {children(reached ? [...page.items, ...rest.items] : page.items)}
      <ListEnd list={end} />
    </>
  );
}
