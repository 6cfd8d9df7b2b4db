import { BookView, bookShareCard } from '@/screens/BookView';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** 书目: one book. */
function BookPage() {
  const { id = '' } = usePageParameters<'bookDetail'>('bookDetail');
  const { data } = useQueryCall('book.get', { bookId: id });
  usePullToRefresh('book.get', 'checkin.ofBook');
  useShare(bookShareCard(data));
  return <BookView id={id} />;
}

export default asPage('bookDetail', BookPage);
