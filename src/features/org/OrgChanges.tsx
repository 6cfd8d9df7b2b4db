import { View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import { useListCall, type ItemOf } from '@/shared/call/query';
import { useUnderWay } from '@/shared/call/underWay';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { Progress } from '@/shared/ui/Progress/Progress';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { changeTitles } from './changes';
import { useUndoChange } from './useUndoChange';
import './Org.scss';

type Change = ItemOf<'org.changes'>;

/** What was done, when and by whom. */
const contextOf = ({ at, by, words }: Change): string =>
  [words, instantLabel(at), by].filter((part) => part !== null).join(' · ');

interface Props {
  change: Change;
  onUndo: () => void;
  /** One is being taken back. */
  pending: boolean;
}

function OneChange({ change, onUndo, pending }: Props) {
  const { kind, org, undoneAt, undoUntil, progress } = change;
  const undo = undoUntil !== null && (
    <Button kind="text" label={`撤销${changeTitles[kind]}：${org.name}`} disabled={pending} onClick={onUndo}>
      撤销
    </Button>
  );
  return (
    <View>
      <Row title={org.name} context={contextOf(change)} state={undoneAt === null ? undo : '已撤销'} />
      {progress && <Progress title="正在跟上" done={progress.done} all={progress.all} unit="处" />}
    </View>
  );
}

/** 最近改动: what was done to an org and those below it; for a day with the way back. */
export function OrgChanges({ orgId }: { orgId: string }) {
  const list = useListCall('org.changes', { orgId });
  useUnderWay(list, { goesOn: (items) => items.some(({ progress }) => progress), begunBy: 'org.move' });
  const { undo, pending } = useUndoChange();
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
      {(changes) => (
        <View className="org-changes">
          {changes.length === 0 && (
            <Empty title="最近没有改动" hint="新建、更名、移动、合并、拆分和归档都会记在这里，一天内可以撤销。" />
          )}
          {changes.map((change) => (
            <OneChange
              key={change.id}
              change={change}
              onUndo={() => undo(change.org.id, change.id)}
              pending={pending}
            />
          ))}
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}
