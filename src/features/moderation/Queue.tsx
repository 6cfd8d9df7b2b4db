import { Text, View } from '@tarojs/components';
import { BULK_MAX, queueNames, queues, type Queue as Which } from '@contract/domains/moderation/constants';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { QueueTable } from './QueueTable';
import { useSpam } from './useSpam';
import './moderation.scss';

const options = queues.map((value) => ({ value, label: queueNames[value] }));

const empty: Record<Which, { title: string; hint: string }> = {
  first: { title: '没有等着审核的', hint: '拿不准的内容会在这里，通过之前别人看不到。' },
  appeal: { title: '没有申诉', hint: '作者对不通过的决定有异议时会在这里，由没有参与过的审核员来看。' },
  report: { title: '没有举报', hint: '读者觉得不合适的内容会在这里。决定之前，它照常看得到。' },
  sample: { title: '没有要抽查的', hint: '自动通过的内容里，有一小部分请人再看一眼。' },
  done: { title: '还没有处理过的', hint: '有了结果的会在这里，一天之内的决定可以收回。' },
};

/** Advertising comes in heaps; an appeal or a sample is looked at by itself. */
const sweeps = (which: Which): boolean => which === 'first' || which === 'report';

interface Props {
  orgId: string;
  which: Which;
  onWhich: (which: Which) => void;
  onOpen: (id: string) => void;
  isCurrent: (id: string) => boolean;
}

/** One of the lists of cases of an org and all below it, the oldest first. */
export function Queue({ orgId, which, onWhich, onOpen, isCurrent }: Props) {
  const list = useListCall('moderation.queue', { orgId, which });
  const spam = useSpam();
  return (
    <>
      <View className="sx-cases__which" ariaRole="radiogroup" ariaLabel="看哪些">
        <Chips options={options} value={which} onChange={onWhich} />
      </View>
      {spam.told.length > 0 && (
        <View className="sx-cases__told" ariaRole="status">
          {spam.told.map((line) => (
            <Text key={line} className="sx-cases__line">
              {line}
            </Text>
          ))}
          <Button kind="text" onClick={spam.forget}>
            知道了
          </Button>
        </View>
      )}
      <QueryView query={list} skeleton={<Skeleton shape="row" count={6} />}>
        {(cases) => (
          <>
            {cases.length === 0 ? (
              <Empty {...empty[which]} />
            ) : (
              <QueueTable
                cases={cases}
                more={list.hasMore}
                onOpen={({ id }) => onOpen(id)}
                isCurrent={isCurrent}
                bulk={
                  sweeps(which)
                    ? (ticked) => (
                        <Button
                          kind="text"
                          loading={spam.pending}
                          disabled={spam.tooMany(ticked.length)}
                          onClick={() => spam.reject(ticked)}
                        >
                          {spam.tooMany(ticked.length) ? `一次最多 ${BULK_MAX} 条` : '按广告不通过'}
                        </Button>
                      )
                    : undefined
                }
              />
            )}
            <ListEnd list={list} />
          </>
        )}
      </QueryView>
    </>
  );
}
