import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Overview } from '../types';
import { get } from './client';
import { count, fullTime } from './format';
import { href, Live, useLoaded, usePlace, type Loaded, type Place } from './hooks';
import { NotifyContext, type Notify } from './parts';
import { CallsView } from './views/Calls';
import { CollectionsView } from './views/Collections';
import { FilesView } from './views/Files';
import { LogsView } from './views/Logs';
import { MessagesView } from './views/Messages';
import { PersonasView } from './views/Personas';
import { QueriesView } from './views/Queries';
import { TimersView } from './views/Timers';
import { WechatView } from './views/wechat/Wechat';

const VIEWS: readonly { name: string; label: string; show: (place: Place) => ReactNode }[] = [
  { name: 'data', label: '数据', show: (place) => <CollectionsView place={place} /> },
  { name: 'queries', label: '查询', show: (place) => <QueriesView place={place} /> },
  { name: 'calls', label: '调用', show: (place) => <CallsView place={place} /> },
  { name: 'files', label: '存储', show: () => <FilesView /> },
  { name: 'timers', label: '定时', show: () => <TimersView /> },
  { name: 'messages', label: '消息', show: () => <MessagesView /> },
  { name: 'wechat', label: '微信', show: () => <WechatView /> },
  { name: 'personas', label: '身份', show: () => <PersonasView /> },
  { name: 'logs', label: '日志', show: () => <LogsView /> },
];

/** How long a message stays, long enough to decide about undoing. */
const TOAST_MS = 12_000;

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

export function App(): ReactNode {
  const place = usePlace();
  const [live, setLive] = useState(true);
  const [toast, setToast] = useState<Toast>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>();
  const notify = useCallback<Notify>((text, action) => {
    clearTimeout(timer.current);
    setToast({ text, action });
    timer.current = setTimeout(() => setToast(undefined), TOAST_MS);
  }, []);
  const view = VIEWS.find(({ name }) => name === place.parts[0]) ?? VIEWS[0]!;
  useShortcuts(() => setLive((value) => !value));
  useEffect(() => {
    document.title = `${view.label} · 本地云开发`;
  }, [view]);

  return (
    <Live.Provider value={live}>
      <NotifyContext.Provider value={notify}>
        <div className="frame">
          <Navigation current={view.name} live={live} onToggle={() => setLive(!live)} />
          <main>{view.show(place)}</main>
        </div>
        <div className="toast-place" aria-live="polite">
          {toast && (
            <div className="toast">
              <span>{toast.text}</span>
              {toast.action && (
                <button
                  type="button"
                  onClick={() => {
                    setToast(undefined);
                    toast.action?.run();
                  }}
                >
                  {toast.action.label}
                </button>
              )}
              <button type="button" aria-label="关闭" onClick={() => setToast(undefined)}>
                ×
              </button>
            </div>
          )}
        </div>
      </NotifyContext.Provider>
    </Live.Provider>
  );
}

function Navigation(props: { current: string; live: boolean; onToggle: () => void }): ReactNode {
  const overview = useLoaded('overview', () => get<Overview>('overview'));
  const unread = overview.data?.unread ?? 0;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a phone the list scrolls sideways, and the current view must be seen in it.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.current, unread > 0]);
  return (
    <nav aria-label="控制台">
      <a className="brand" href="#/">
        <i aria-hidden="true">云</i>
        <span>本地云开发</span>
      </a>
      <ul ref={list}>
        {VIEWS.map(({ name, label }, index) => (
          <li key={name}>
            <a href={href([name])} aria-current={name === props.current ? 'page' : undefined} title={`按 ${index + 1}`}>
              {label}
              {name === 'messages' && unread > 0 && (
                <small className="badge" aria-label={`${unread} 条未读`}>
                  {unread > 99 ? '99+' : unread}
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
      <Status overview={overview} live={props.live} onToggle={props.onToggle} />
    </nav>
  );
}

function Status(props: { overview: Loaded<Overview>; live: boolean; onToggle: () => void }): ReactNode {
  const { overview, live, onToggle } = props;
  const { data, error } = overview;
  return (
    <div className="status">
      <button type="button" className="plain" aria-pressed={!live} onClick={onToggle} title="按 p">
        <b className={error ? 'dot off' : live ? 'dot on' : 'dot'} aria-hidden="true" />
        {error ? '连接中断' : live ? '自动刷新' : '已暂停刷新'}
      </button>
      {data && (
        <dl>
          <dt>环境</dt>
          <dd>{data.env}</dd>
          <dt>启动于</dt>
          <dd>{fullTime(data.startedAt)}</dd>
          <dt>调用</dt>
          <dd>
            {count(data.totals.invocations)} 次{data.totals.running > 0 && `，${data.totals.running} 次进行中`}
          </dd>
          <dt>数据库</dt>
          <dd>{count(data.totals.databaseCalls)} 次</dd>
          <dt>附加延迟</dt>
          <dd>{data.latencyMs > 0 ? `${data.latencyMs} ms` : '无'}</dd>
        </dl>
      )}
    </div>
  );
}

/** 1 to 9 open a view, p pauses, / goes to the search; not while something is typed. */
function useShortcuts(pause: () => void): void {
  const latest = useRef(pause);
  latest.current = pause;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return;
      const view = VIEWS[Number(event.key) - 1];
      const search = document.querySelector<HTMLElement>('[data-search]');
      if (view) location.hash = href([view.name]);
      else if (event.key === 'p') latest.current();
      else if (event.key === '/' && search) search.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
