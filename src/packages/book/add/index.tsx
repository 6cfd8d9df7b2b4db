import type { BookRef } from '@contract/shared/book';
import { AddBookForm } from '@/features/book/AddBookForm';
import { replace, usePageParameters } from '@/shared/nav';
import { usePicking } from '@/shared/pick';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';

/** 添加书目. */
function AddBookPage() {
  const here = useHere();
  const { title = '' } = usePageParameters<'bookAdd'>('bookAdd');
  const picking = usePicking('bookAdd');

  const added = (book: BookRef): void => {
    if (!here()) {
      snackbar('已添加');
      return;
    }
    if (picking) {
      picking.give(book);
      return;
    }
    snackbar('已添加，可以放进书架了');
    replace('bookDetail', { id: book.id });
  };

  return (
    <Page footed title="添加书目">
      <AddBookForm typed={title} onAdded={added} />
    </Page>
  );
}

export default asPage('bookAdd', AddBookPage);
