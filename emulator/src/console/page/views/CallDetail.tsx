import type { ReactNode } from 'react';
import type { InvocationDetail } from '../../types';
import { get } from '../client';
import { bytes, clock, duration, fullTime } from '../format';
import { href, useLoaded } from '../hooks';
import { CopyId, Heading, Tag, View } from '../parts';
import { Waterfall } from './Waterfall';

/** One invocation: its facts, its database calls in time, what it printed. */
export function CallDetail({ id }: { id: string }): ReactNode {
  const loaded = useLoaded(`invocation ${id}`, () => get<InvocationDetail>('invocation', { id }));
  return (
    <>
      <p className="back">
        <a href={href(['calls'])}>← 所有调用</a>
      </p>
      <View loaded={loaded}>{(detail) => <Detail detail={detail} />}</View>
    </>
  );
}

function Detail({ detail }: { detail: InvocationDetail }): ReactNode {
  const { invocation: call, logs } = detail;
  return (
    <>
      <Heading title={call.action ? `${call.function} · ${call.action}` : call.function} />
      <dl className="facts">
        <Fact name="请求 id">
          <CopyId id={call.id} short={36} />
        </Fact>
        <Fact name="开始">{fullTime(call.startedAt)}</Fact>
        <Fact name="身份">{call.trigger === 'timer' ? '定时触发' : (call.persona ?? '未指明')}</Fact>
        <Fact name="结果">{call.error ? <Tag tone="warn">{call.error}</Tag> : call.finished ? '完成' : '进行中'}</Fact>
        <Fact name="排队">{duration(call.queuedMs)}</Fact>
        <Fact name="用时">{call.finished ? duration(call.ms) : '…'}</Fact>
        <Fact name="数据库">{call.roundTrips} 次往返</Fact>
        <Fact name="请求 / 应答">
          {bytes(call.requestBytes)} / {bytes(call.replyBytes)}
        </Fact>
      </dl>
      <h2>时间线</h2>
      <Waterfall detail={detail} />
      <h2>日志</h2>
      {logs.length === 0 ? (
        <p className="hint">这次调用没有留下日志。</p>
      ) : (
        <ol className="log">
          {logs.map((line, index) => (
            <li key={`${line.at} ${index}`} className={line.level}>
              <time>{clock(line.at)}</time> <span className="pre">{line.message}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
