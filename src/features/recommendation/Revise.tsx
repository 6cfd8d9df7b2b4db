import { useQueryCall } from '@/shared/call/query';
import { back } from '@/shared/nav';
import { HeldLine } from '@/shared/moderation/HeldLine';
import { heldWords } from '@/shared/moderation/words';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { emptyWords } from './words';
import { WriteForm } from './WriteForm';

/** Revises a recommendation that I may edit. */
export function Revise({ id }: { id: string }) {
  const query = useQueryCall('recommendation.get', { id });
  const here = useHere();
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={6} />}>
      {({ recommendation, mayEdit }) =>
        mayEdit ? (
          <>
            <HeldLine held={recommendation.held} />
            <WriteForm
              orgs={[]}
              base={recommendation}
              start={emptyWords}
              onSaved={({ held }) => {
                snackbar(held ? heldWords(held).said : '已保存');
                if (here()) back();
              }}
            />
          </>
        ) : (
          <Empty title="只有写它的组织可以修改" hint="发现内容有误，可以在“投诉建议”里告诉我们。" />
        )
      }
    </QueryView>
  );
}
