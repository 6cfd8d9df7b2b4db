import { CorrectBook } from '@/features/book/CorrectBook';
import { useQueryCall } from '@/shared/call/query';
import { back, usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';

/** 更正书目信息. */
function CorrectBookPage() {
  const { id = '' } = usePageParameters<'bookCorrect'>('bookCorrect');
  const here = useHere();
  const query = useQueryCall('book.get', { bookId: id });
  const saved = (): void => {
    snackbar('已更正');
    if (here()) back();
  };
  return (
    <Page footed title="更正书目信息">
      <QueryView query={query} skeleton={<Skeleton shape="row" count={4} />}>
        {(seen) => <CorrectBook seen={seen} onSaved={saved} />}
      </QueryView>
    </Page>
  );
}

export default asPage('bookCorrect', CorrectBookPage);
