import Taro from '@tarojs/taro';
import type { BookRef } from '@contract/shared/book';
import { AddBookForm } from '@/features/book/AddBookForm';
import { replace, usePageParameters } from '@/shared/nav';
import { bookPicked } from '@/shared/pick-book';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';

/** The pages between the form that asked for a book and this one: the search, and this. */
const BACK_PAST_THE_SEARCH = 2;

/** 添加书目. */
function AddBookPage() {
  const here = useHere();
  const { pick, title = '' } = usePageParameters<'bookAdd'>('bookAdd');

  const added = (book: BookRef): void => {
    if (!here()) {
      snackbar('已添加');
      return;
    }
    if (pick) {
      bookPicked(book);
      void Taro.navigateBack({ delta: BACK_PAST_THE_SEARCH });
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

export default asPage(AddBookPage);
