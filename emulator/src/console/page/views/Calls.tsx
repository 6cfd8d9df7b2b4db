import { useState, type ReactNode } from 'react';
import type { InvocationSummary } from '../../types';
import { get } from '../client';
import { bytes, clock, duration } from '../format';
import { href, useLoaded, type Place } from '../hooks';
import { Choice, Heading, Search, Tag, View } from '../parts';
import { CallDetail } from './CallDetail';

type Show = 'all' | 'failed' | 'unindexed';

const PASSES: Record<Show, (call: InvocationSummary) => boolean> = {
  all: () => true,
  failed: ({ error }) => error !== undefined,
  unindexed: ({ unindexed }) => unindexed > 0,
};

/** What functions were called, and one call in detail. */
export function CallsView({ place }: { place: Place }): ReactNode {
  const [, id] = place.parts;
  return id === undefined ? <CallList /> : <CallDetail id={id} />;
}

function CallList(): ReactNode {
  const [show, setShow] = useState<Show>('all');
  const [text, setText] = useState('');
  const loaded = useLoaded('invocations', () => get<InvocationSummary[]>('invocations'));
  const chosen = (list: InvocationSummary[]): InvocationSummary[] =>
    list.filter((call) => PASSES[show](call) && matches(call, text.trim().toLowerCase()));
  return (
    <>
      <Heading title="调用" note="最近 200 次云函数调用，新的在前。">
        <Choice<Show>
          label="看哪些"
          value={show}
          options={[
            ['all', '全部'],
            ['failed', '出错的'],
            ['unindexed', '有查询未走索引'],
          ]}
          onChange={setShow}
        />
        <Search label="筛选" placeholder="函数、操作、身份、请求 id" value={text} onChange={setText} />
      </Heading>
      <View
        loaded={loaded}
        isEmpty={(list) => chosen(list).length === 0}
        empty={
          loaded.data?.length === 0
            ? '还没有调用。打开预览，或在开发者工具里运行小程序，每次云函数调用都会列在这里。'
            : '没有符合筛选的调用。'
        }
      >
        {(list) => <Table list={chosen(list)} />}
      </View>
    </>
  );
}

function matches({ id, function: name, action, persona, error }: InvocationSummary, text: string): boolean {
  return [id, name, action, persona, error].some((value) => value?.toLowerCase().includes(text));
}

function Table({ list }: { list: InvocationSummary[] }): ReactNode {
  const longest = Math.max(1, ...list.map(({ queuedMs, ms }) => queuedMs + ms));
  return (
    <table>
      <thead>
        <tr>
          <th>时刻</th>
          <th>函数 · 操作</th>
          <th>身份</th>
          <th className="number">数据库</th>
          <th className="number">排队</th>
          <th className="number">用时</th>
          <th className="length" aria-label="用时的长短" />
          <th className="number">请求 / 应答</th>
          <th>结果</th>
        </tr>
      </thead>
      <tbody>
        {list.map((call) => (
          <tr key={call.id}>
            <td data-label="时刻" className="mono">
              <a href={href(['calls', call.id])}>{clock(call.startedAt)}</a>
            </td>
            <td data-label="函数 · 操作">
              {call.function}
              {call.action && ` · ${call.action}`}
            </td>
            <td data-label="身份">{call.trigger === 'timer' ? '定时触发' : (call.persona ?? '—')}</td>
            <td data-label="数据库" className="number">
              {call.roundTrips} 次
            </td>
            <td data-label="排队" className="number">
              {duration(call.queuedMs)}
            </td>
            <td data-label="用时" className="number">
              {call.finished ? duration(call.ms) : '…'}
            </td>
            <td className="length" aria-hidden="true">
              <Length queued={call.queuedMs / longest} ran={call.ms / longest} />
            </td>
            <td data-label="请求 / 应答" className="number">
              {bytes(call.requestBytes)} / {bytes(call.replyBytes)}
            </td>
            <td data-label="结果">
              <Result call={call} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Length({ queued, ran }: { queued: number; ran: number }): ReactNode {
  return (
    <span className="bars">
      <i className="queue" style={{ width: `${queued * 100}%` }} />
      <i className="run" style={{ width: `${ran * 100}%` }} />
    </span>
  );
}

function Result({ call }: { call: InvocationSummary }): ReactNode {
  return (
    <>
      {call.error ? <Tag tone="warn">{call.error}</Tag> : call.finished ? '完成' : <Tag>进行中</Tag>}{' '}
      {call.unindexed > 0 && <Tag tone="warn">未走索引 {call.unindexed}</Tag>}
    </>
  );
}
