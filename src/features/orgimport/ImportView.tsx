import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import { isImportBusy, type ImportVerdict } from '@contract/shared/imports/constants';
import type { ImportView as View_ } from '@contract/shared/imports';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { Items } from '@/shared/imports/Items';
import { useRepeat } from '@/shared/imports/useRepeat';
import { totalText, verdictsOf } from '@/shared/imports/words';
import { Chips } from '@/shared/ui/Chips/Chips';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { Page } from '@/shared/ui/Page/Page';
import { Progress } from '@/shared/ui/Progress/Progress';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { NextStep } from './NextStep';
import './ImportView.scss';

type Choices = Readonly<Record<string, string>>;

const MEANWHILE = '可以离开这一页，过会儿从“组织名单”回来看。';

/** How far it has come, in words. */
function Standing({ view }: { view: View_ }) {
  switch (view.state) {
    case 'uploading':
      return (
        <Text className="import__words">{`文件只传到第 ${view.received} 份，共 ${view.parts} 份。请重新选择文件。`}</Text>
      );
    case 'reading':
      return <Progress title="正在核对文件" done={0} all={0} unit="行" hint={MEANWHILE} />;
    case 'applying':
      return <Progress title="正在导入" done={view.done + view.left} all={view.all} unit="处" hint={MEANWHILE} />;
    case 'undoing':
      return <Progress title="正在撤销" done={view.all - view.done} all={view.all} unit="处" hint={MEANWHILE} />;
    case 'wrong':
      return (
        <Text className="import__words" ariaRole="alert">
          {view.problem ??
            `共 ${view.rows} 行，其中 ${view.counts.wrong} 处有误，没有导入任何内容。改好后重新选择文件。`}
        </Text>
      );
    case 'ready':
      return <Text className="import__words">{totalText(view)}</Text>;
    case 'applied':
    case 'undone':
      return (
        <Text className="import__words">
          {view.state === 'applied' ? `已导入 ${view.done} 处` : '已整体撤销'}
          {view.left > 0 ? `，${view.left} 处没有导入，原因写在那一行` : ''}
          {view.until === null ? '。' : `。${instantLabel(view.until)}前可以整体撤销。`}
        </Text>
      );
  }
}

interface RowsProps {
  id: string;
  verdict: ImportVerdict;
  chosen: Choices | undefined;
  onChoose: (id: string, choice: string) => void;
}

function Rows({ id, verdict, chosen, onChoose }: RowsProps) {
  const list = useListCall('orgimport.rows', { id, verdict });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
      {(items) => (
        <View>
          <Items label="核对结果" items={items} more={list.hasMore} chosen={chosen} onChoose={onChoose} />
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}

/** One import: what it would do, what somebody has to decide, how far it has come, and the way back. */
export function ImportView({ id }: { id: string }) {
  const query = useQueryCall('orgimport.get', { id });
  const view = query.data?.import;
  const [asked, setAsked] = useState<ImportVerdict | null>(null);
  const [chosen, setChosen] = useState<Choices>({});
  useRepeat(view !== undefined && isImportBusy(view.state), query.retry);
  const verdicts = view === undefined ? [] : verdictsOf(view);
  const verdict = verdicts.find(({ key }) => key === asked)?.key ?? verdicts[0]?.key;
  const planned = view !== undefined && view.state !== 'reading' && view.state !== 'uploading';
  return (
    <Page
      title="导入组织名单"
      table
      footer={view && <NextStep view={view} chosen={chosen} onDecided={() => setChosen({})} />}
    >
      <QueryView query={query} skeleton={<Skeleton shape="card" count={2} />}>
        {({ import: shown }) => (
          <View className="import">
            <Text className="import__file">{shown.fileName}</Text>
            <Standing view={shown} />
            {shown.notes.map((note) => (
              <Text key={note} className="import__note">
                {note}
              </Text>
            ))}
            {planned && verdicts.length > 1 && (
              <View className="import__kinds" ariaRole="radiogroup" ariaLabel="看哪些行">
                <Chips
                  options={verdicts.map(({ key, label }) => ({ value: key, label }))}
                  value={verdict ?? null}
                  onChange={setAsked}
                />
              </View>
            )}
            {planned && verdict !== undefined && (
              <Rows
                key={`${shown.state} ${verdict}`}
                id={id}
                verdict={verdict}
                chosen={shown.state === 'ready' ? chosen : undefined}
                onChoose={(item, choice) => setChosen((before) => ({ ...before, [item]: choice }))}
              />
            )}
          </View>
        )}
      </QueryView>
    </Page>
  );
}
