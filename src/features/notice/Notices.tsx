import type { Notice } from '@contract/shared/notices';
import { useCommandCall } from '@/shared/call/command';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { noticeState, opensNotice } from './rows';

/** The one that a WeChat message led to stands first, the others by their time. */
const inOrder = (items: readonly Notice[], first: string | undefined): Notice[] =>
  [...items].sort((one, other) => Number(other.id === first) - Number(one.id === first));

/** What happened to what is mine, the newest first. A tap reads it and leads there. */
export function Notices({ first }: { first: string | undefined }) {
  const list = useListCall('notice.inbox', {});
  const read = useCommandCall('notice.read');
  const readAll = useCommandCall('notice.readAll', { onFail: ({ message }) => snackbar(message) });
  const latest = Math.max(...list.items.map(({ at }) => at));
  const unread = list.items.some((one) => !one.read);
  const more = unread ? { label: '全部已读', onClick: () => void readAll.run({ upTo: latest }) } : undefined;
  const choose = (notice: Notice) => {
    if (!notice.read) void read.run({ id: notice.id });
    opensNotice(notice)?.();
  };
  return (
    <>
      <Section title="与我有关" more={more}>
        <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有通知" hint="报名的活动、提交的内容、职责有变动时，会在这里告诉您。" />
            ) : (
              <>
                {inOrder(items, first).map((notice) => (
                  <Row
                    key={notice.id}
                    title={notice.title}
                    context={notice.text}
                    state={noticeState(notice)}
                    onClick={() => choose(notice)}
                    stays={opensNotice(notice) === undefined}
                  />
                ))}
                <ListEnd list={list} end="通知保留半年。" />
              </>
            )
          }
        </QueryView>
      </Section>
      <Section title="微信消息">
        <Row title="要不要在微信里告诉我" context="哪些事、每周几条、几点以后不打扰" onClick={() => go('messages')} />
      </Section>
    </>
  );
}
