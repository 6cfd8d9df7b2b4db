import { useState, type ReactNode } from 'react';
import type { MediaVerdict } from '../../../../wechat/media';
import type { PendingMedia } from '../../../../wechat/types';
import { post } from '../../client';
import { duration, relative } from '../../format';
import { href } from '../../hooks';
import { useNotify } from '../../parts';
import type { SectionProps } from './section';

const DELAYS: readonly (readonly [number | null, string])[] = [
  [null, '只手动推送'],
  [1000, '1 秒后自动推送'],
  [3000, '3 秒后自动推送'],
  [10_000, '10 秒后自动推送'],
  [60_000, '1 分钟后自动推送'],
];

const VERDICTS: readonly (readonly [MediaVerdict, string])[] = [
  ['pass', '通过'],
  ['review', '复审'],
  ['risky', '违规'],
  ['unreachable', '下载失败'],
];

/** Pictures and sounds whose verdict is still to come, and where it goes. */
export function WechatMedia({ data, change, act }: SectionProps): ReactNode {
  const { settings, functions, pendingMedia } = data;
  const { pushFunction, mediaDelayMs } = settings;
  const receivers =
    pushFunction === null || functions.includes(pushFunction) ? functions : [pushFunction, ...functions];
  const known = DELAYS.some(([ms]) => ms === mediaDelayMs);
  return (
    <section>
      <h2>图片与音频的检测结果</h2>
      <p className="hint-line">
        事件 <span className="mono">wxa_media_check</span>，相当于云开发控制台的“消息推送”
      </p>
      <div className="bar">
        <label>
          推送给{' '}
          <select value={pushFunction ?? ''} onChange={(event) => change({ pushFunction: event.target.value || null })}>
            <option value="">没有云函数接收</option>
            {receivers.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <select
          aria-label="何时推送"
          value={String(mediaDelayMs)}
          onChange={(event) =>
            change({ mediaDelayMs: event.target.value === 'null' ? null : Number(event.target.value) })
          }
        >
          {!known && <option value={String(mediaDelayMs)}>{duration(mediaDelayMs ?? 0)}后自动推送</option>}
          {DELAYS.map(([ms, name]) => (
            <option key={name} value={String(ms)}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {pushFunction === null && pendingMedia.length > 0 && (
        <p className="warn-text">请先选一个接收推送的云函数，检测结果才能送达。</p>
      )}
      {pendingMedia.length === 0 ? (
        <p className="quiet">没有等待推送的结果。调用 mediaCheckAsync 后，会列在这里。</p>
      ) : (
        <ul className="cards">
          {pendingMedia.map((media) => (
            <Pending key={media.traceId} media={media} enabled={pushFunction !== null} act={act} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Pending(props: { media: PendingMedia; enabled: boolean; act: SectionProps['act'] }): ReactNode {
  const { traceId, at, url, kind, person, due, problem } = props.media;
  const [pushing, setPushing] = useState(false);
  const notify = useNotify();
  const push = async (verdict: MediaVerdict, name: string): Promise<void> => {
    setPushing(true);
    await props.act(async () => {
      const { requestId, ms } = await post<{ requestId: string; ms: number }>('wechat/media', { traceId, verdict });
      notify(`已推送“${name}”，云函数用时 ${duration(ms)}`, {
        label: '看这次调用',
        run: () => {
          location.hash = href(['calls', requestId]);
        },
      });
    });
    setPushing(false);
  };
  const now = Date.now();
  return (
    <li>
      <div className="grow">
        <b>{kind === 'image' ? '图片' : '音频'}</b> · {person.label} · {relative(at, now)}
        {due !== undefined && <span className="quiet"> · {relative(due, now)}自动推送</span>}
        <p className="mono path">{url}</p>
        {problem !== undefined && <p className="warn-text">上次推送没有成功：{problem}</p>}
      </div>
      <div className="bar">
        {VERDICTS.map(([verdict, name]) => (
          <button
            key={verdict}
            type="button"
            disabled={!props.enabled || pushing}
            onClick={() => void push(verdict, name)}
          >
            {name}
          </button>
        ))}
      </div>
    </li>
  );
}
