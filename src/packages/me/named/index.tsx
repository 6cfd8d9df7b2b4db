import { FindPerson } from '@/features/role/FindPerson';
import { usePageParameters } from '@/shared/nav';
import { usePicking } from '@/shared/pick';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';

/** Somebody is found by name for the page before: a stand-in, or a successor. */
function NamedPage() {
  const { id } = usePageParameters<'namedPick'>('namedPick');
  const picking = usePicking('namedPick');
  return (
    <Page title="按姓名找人">
      {picking === null || id === undefined ? (
        <Empty title="没有页面在等您选人" hint="请返回，从要选人的地方再进来。" />
      ) : (
        <FindPerson id={id} onPick={picking.give} />
      )}
    </Page>
  );
}

export default asPage('namedPick', NamedPage);
