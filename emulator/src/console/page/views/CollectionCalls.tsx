import type { ReactNode } from 'react';
import type { ConsoleCall } from '../../types';
import { get } from '../client';
import { actionName, clock, duration } from '../format';
import { href, useLoaded } from '../hooks';
import { Tag, View } from '../parts';

/** The latest calls that named a collection. */
export function CollectionCalls({ collection }: { collection: string }): ReactNode {
  const loaded = useLoaded(`calls of ${collection}`, () => get<ConsoleCall[]>('documents/calls', { collection }));
  return (
    <View loaded={loaded} isEmpty={(list) => list.length === 0} empty="启动以来，还没有程序用过这个集合。">
      {(list) => (
        <table>
          <thead>
            <tr>
              <th>时刻</th>
              <th>操作</th>
              <th>条件</th>
              <th>索引</th>
              <th className="number">检查 / 返回</th>
              <th className="number">用时</th>
              <th>来自</th>
            </tr>
          </thead>
          <tbody>
            {list.map((call, index) => (
              <tr key={`${call.at} ${list.length - index}`}>
                <td data-label="时刻" className="mono">
                  {clock(call.at)}
                </td>
                <td data-label="操作">
                  {actionName(call.action)} {call.error && <Tag tone="warn">{call.error}</Tag>}
                </td>
                <td data-label="条件" className="mono shape">
                  {call.shape ?? '—'}
                </td>
                <td data-label="索引">
                  <IndexName index={call.index} orderOnly={call.orderOnly} />
                </td>
                <td data-label="检查 / 返回" className="number">
                  {call.examined ?? 0} / {call.returned ?? '—'}
                </td>
                <td data-label="用时" className="number">
                  {duration(call.ms)}
                </td>
                <td data-label="来自">
                  <Caller call={call} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </View>
  );
}

/** Null stands for none, absent for nothing searched. */
export function IndexName({ index, orderOnly }: { index?: string | null; orderOnly?: boolean }): ReactNode {
  if (index === undefined) return <span className="quiet">—</span>;
  if (index === null) return <Tag tone="warn">未走索引</Tag>;
  return (
    <>
      <span className="mono">{index}</span> {orderOnly && <Tag tone="warn">仅排序</Tag>}
    </>
  );
}

function Caller({ call }: { call: ConsoleCall }): ReactNode {
  if (call.invocationId === 'console') return '控制台';
  if (call.invocationId === undefined) return <span className="quiet">外部程序</span>;
  const name = [call.function, call.functionAction].filter(Boolean).join(' · ') || call.invocationId.slice(0, 8);
  return <a href={href(['calls', call.invocationId])}>{name}</a>;
}
