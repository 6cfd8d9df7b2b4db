import { Revise } from '@/features/recommendation/Revise';
import { WriteNew } from '@/features/recommendation/WriteNew';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 写荐书, or 修改 with an `id`. */
function RecommendPage() {
  const { id, bookId } = usePageParameters<'recommend'>('recommend');
  const book = useQueryCall('book.get', { bookId: bookId ?? '' }, { enabled: bookId !== undefined });
  return (
    <Page footed title={id ? '修改荐书' : '写荐书'}>
      {id ? <Revise id={id} /> : <WriteNew book={book.data?.book ?? null} />}
    </Page>
  );
}

export default asPage('recommend', RecommendPage);
