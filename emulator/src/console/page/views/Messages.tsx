import { useState, type ReactNode } from 'react';
import type { InboxPage } from '../../../wechat/console';
import type { InboxMessage } from '../../../wechat/types';
import { get, messageOf, post } from '../client';
import { count, fullTime, relative } from '../format';
import { useLoaded } from '../hooks';
import { Heading, Search, Tag, useNotify, View } from '../parts';

/** Messages shown before earlier ones are asked for. */
const SHOWN = 60;

/** Subscription messages that WeChat would have delivered, as a phone shows them. */
export function MessagesView(): ReactNode {
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(SHOWN);
  const loaded = useLoaded('inbox', () => get<InboxPage>('inbox'));
  const notify = useNotify();
  const act = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notify(messageOf(error));
    }
    loaded.reload();
  };
  const restore = (batch: string): void =>
    void act(async () => {
      const { restored } = await post<{ restored: number }>('inbox/restore', { batch });
      notify(restored > 0 ? `已恢复 ${restored} 条消息` : '恢复不了：之后又清空过一次');
    });
  const clear = (): void =>
    void act(async () => {
      const { cleared, batch } = await post<{ cleared: number; batch: string }>('inbox/clear', {});
      notify(`已清空 ${cleared} 条消息`, { label: '撤销', run: () => restore(batch) });
    });
  const { messages = [], unread = 0 } = loaded.data ?? {};
  const found = messages.filter((message) => holds(message, text));
  return (
    <>
      <Heading title="消息" note={loaded.data && summary(messages.length, unread)}>
        <Search label="筛选消息" placeholder="收件人、内容或页面" value={text} alone onChange={setText} />
        <button
          type="button"
          disabled={unread === 0}
          onClick={() => void act(async () => void (await post('inbox/read', {})))}
        >
          全部已读
        </button>
        <button type="button" className="plain" disabled={messages.length === 0} onClick={clear}>
          清空
        </button>
      </Heading>
      <View
        loaded={loaded}
        isEmpty={() => found.length === 0}
        empty={messages.length > 0 ? '没有符合筛选的消息。' : <NoMessages />}
      >
        {() => (
          <>
            <ul className="messages">
              {found.slice(0, limit).map((message) => (
                <Message key={message.id} message={message} />
              ))}
            </ul>
            {found.length > limit && (
              <p className="pages">
                <button type="button" onClick={() => setLimit(limit + SHOWN)}>
                  更早的消息
                </button>
              </p>
            )}
          </>
        )}
      </View>
    </>
  );
}

const summary = (total: number, unread: number): string =>
  `共 ${count(total)} 条${unread > 0 ? `，${count(unread)} 条未读` : ''}。只在本机，不会发给任何人。`;

function NoMessages(): ReactNode {
  return (
    <>
      还没有消息。
      <br />
      云函数调用 subscribeMessage.send 成功后，消息会出现在这里；用户须先同意订阅，见 <a href="#/wechat">微信</a>。
    </>
  );
}

function holds({ to, title = '', templateId, fields, page = '' }: InboxMessage, text: string): boolean {
  const values = fields.flatMap(({ title: name = '', value }) => [name, value]);
  return [to.label, title, templateId, page, ...values].join('\n').toLowerCase().includes(text.trim().toLowerCase());
}

const STATES: Record<string, string> = { developer: '开发版', trial: '体验版' };

function Message({ message }: { message: InboxMessage }): ReactNode {
  const { to, at, title, templateId, fields, page, state, read } = message;
  return (
    <li className={read ? 'message' : 'message unread'}>
      <header>
        <b>{to.label}</b>
        {STATES[state] && <Tag>{STATES[state]}</Tag>}
        {!read && <Tag tone="warn">未读</Tag>}
        <time dateTime={at} title={`${fullTime(at)}（北京时间）`}>
          {relative(at, Date.now())}
        </time>
      </header>
      <h2 className={title === undefined ? 'mono' : undefined}>{title ?? templateId}</h2>
      <dl>
        {fields.map(({ key, title: name, value }) => (
          <div key={key}>
            <dt title={key}>{name ?? key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <footer title={page}>{page === undefined ? '没有跳转页面' : <span className="mono">{page}</span>}</footer>
    </li>
  );
}
