import type { ReactNode } from 'react';
import type { InvocationDetail } from '../../types';
import { actionName, duration } from '../format';
import { href } from '../hooks';
import { Tag } from '../parts';
import { IndexName } from './CollectionCalls';

interface Bar {
  kind: 'queue' | 'run' | 'database' | 'wait';
  from: number;
  to: number;
}

/** The invocation and each of its database calls on one scale; calls that overlap ran at the same time. */
export function Waterfall({ detail }: { detail: InvocationDetail }): ReactNode {
  const { invocation: call, latencyMs } = detail;
  const ends = call.database.map(({ offsetMs = 0, ms }) => offsetMs + ms);
  const total = Math.max(1, call.queuedMs + call.ms, ...ends);
  const place = (bar: Bar): ReactNode => (
    <i
      key={bar.kind}
      className={bar.kind}
      style={{ left: `${(bar.from / total) * 100}%`, width: `${((bar.to - bar.from) / total) * 100}%` }}
    />
  );
  const lane = (...bars: Bar[]): ReactNode => (
    <span className="lane" aria-hidden="true">
      {bars.filter((bar) => bar.to > bar.from).map(place)}
    </span>
  );
  return (
    <div className="waterfall">
      <ol>
        <li className="whole">
          <span className="what">排队与运行</span>
          {lane(
            { kind: 'queue', from: 0, to: call.queuedMs },
            { kind: 'run', from: call.queuedMs, to: call.queuedMs + call.ms },
          )}
          <span className="number">{duration(total)}</span>
        </li>
        {call.database.map((request, index) => {
          const { offsetMs: from = 0, ms, collection } = request;
          return (
            <li key={index}>
              <span className="what">
                <span>
                  {actionName(request.action)}{' '}
                  {collection && <a href={href(['data', collection, 'calls'])}>{collection}</a>}
                </span>
                {request.shape && <small className="mono shape">{request.shape}</small>}
                <small>
                  <IndexName index={request.index} orderOnly={request.orderOnly} />
                  {request.index !== undefined && ` 检查 ${request.examined ?? 0}，返回 ${request.returned ?? 0}`}{' '}
                  {request.error && <Tag tone="warn">{request.error}</Tag>}
                </small>
              </span>
              {lane(
                { kind: 'wait', from: Math.max(0, from - latencyMs), to: from },
                { kind: 'database', from, to: from + ms },
              )}
              <span className="number">
                {duration(ms)}
                <small>+{duration(from)}</small>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="legend">
        <i className="queue" /> 排队 <i className="run" /> 函数运行 <i className="database" /> 数据库内
        {latencyMs > 0 && (
          <>
            {' '}
            <i className="wait" /> 附加延迟 {latencyMs} ms
          </>
        )}
        {call.roundTrips > call.database.length && ` · 只列出前 ${call.database.length} 次`}
      </p>
    </div>
  );
}
