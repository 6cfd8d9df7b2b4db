import { useState, type ReactNode } from 'react';
import type { QueryFlag, QueryGroup, QueryReport } from '../../types';
import { get } from '../client';
import { actionName, count, dateTime, duration } from '../format';
import { href, useLoaded, type Place } from '../hooks';
import { Choice, Heading, Tag, View } from '../parts';
import { IndexName } from './CollectionCalls';

const FLAGS: Record<QueryFlag, [word: string, meaning: string]> = {
  unindexed: ['未走索引', '逐个检查了集合里的文档，集合大了会变慢'],
  orderOnly: ['仅排序', '索引只给出了顺序，条件没有索引可用，检查了不符合条件的文档'],
  slow: ['慢', '最慢的一次超过了界限'],
  wasteful: ['检查过多', '走了索引，但检查的文档远多于返回的'],
};

/** Queries by shape, those that need attention first. */
export function QueriesView({ place }: { place: Place }): ReactNode {
  const [show, setShow] = useState<'attention' | 'all'>(place.query.has('all') ? 'all' : 'attention');
  const loaded = useLoaded('queries', () => get<QueryReport>('queries'));
  const chosen = (groups: QueryGroup[]): QueryGroup[] =>
    show === 'all' ? groups : groups.filter(({ flags }) => flags.length > 0);
  const { data } = loaded;
  return (
    <>
      <Heading
        title="查询"
        note={
          data &&
          `最近 ${count(data.calls)} 次数据库请求里的查询，按形状归并。${data.slowMs} ms 以上算慢，不含附加延迟。`
        }
      >
        <Choice
          label="看哪些"
          value={show}
          options={[
            ['attention', `需要注意${data ? ` ${data.groups.filter(({ flags }) => flags.length > 0).length}` : ''}`],
            ['all', `全部${data ? ` ${data.groups.length}` : ''}`],
          ]}
          onChange={setShow}
        />
      </Heading>
      <View
        loaded={loaded}
        isEmpty={({ groups }) => chosen(groups).length === 0}
        empty={show === 'all' ? '还没有查询。' : '每个查询都走了索引，也都不慢。'}
      >
        {({ groups }) => <Groups groups={chosen(groups)} />}
      </View>
    </>
  );
}

function Groups({ groups }: { groups: QueryGroup[] }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th>集合</th>
          <th>操作与条件</th>
          <th>索引</th>
          <th className="number">次数</th>
          <th className="number">平均</th>
          <th className="number">最慢</th>
          <th className="number">检查 / 返回</th>
          <th>最近一次</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Row key={JSON.stringify([group.collection, group.action, group.shape, group.index])} group={group} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ group }: { group: QueryGroup }): ReactNode {
  const { collection, index, lastInvocation, lastCaller } = group;
  return (
    <tr>
      <td data-label="集合">
        <a href={href(['data', collection, 'indexes'])}>{collection}</a>
      </td>
      <td data-label="操作与条件">
        {actionName(group.action)} <span className="mono shape">{group.shape}</span>
      </td>
      <td data-label="索引">
        <IndexName index={index} />{' '}
        {group.flags
          .filter((flag) => flag !== 'unindexed')
          .map((flag) => (
            <span key={flag} title={FLAGS[flag][1]}>
              <Tag tone="warn">{FLAGS[flag][0]}</Tag>{' '}
            </span>
          ))}
      </td>
      <td data-label="次数" className="number">
        {count(group.count)}
      </td>
      <td data-label="平均" className="number">
        {duration(group.averageMs)}
      </td>
      <td data-label="最慢" className="number">
        {duration(group.maxMs)}
      </td>
      <td data-label="检查 / 返回" className="number">
        {count(group.maxExamined)} / {count(group.returned)}
      </td>
      <td data-label="最近一次">
        <small className="when">{dateTime(group.lastAt)}</small>
        {lastInvocation ? <a href={href(['calls', lastInvocation])}>{lastCaller ?? '看调用'}</a> : '外部程序'}
      </td>
    </tr>
  );
}
