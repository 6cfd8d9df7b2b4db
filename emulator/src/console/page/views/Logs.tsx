import { useState, type ReactNode } from 'react';
import type { LogLine } from '../../types';
import { get } from '../client';
import { clock } from '../format';
import { href, useLoaded } from '../hooks';
import { Choice, Heading, Search, View } from '../parts';

/** The last lines of the emulator's log, newest first. */
export function LogsView(): ReactNode {
  const [level, setLevel] = useState<'all' | 'problems'>('all');
  const [text, setText] = useState('');
  const loaded = useLoaded('logs', () => get<LogLine[]>('logs'));
  const chosen = (lines: LogLine[]): LogLine[] =>
    lines.filter(
      (line) =>
        (level === 'all' || line.level !== 'info') &&
        `${line.scope} ${line.message} ${line.requestId ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
    );
  return (
    <>
      <Heading title="日志" note="最近 300 行，新的在前。">
        <Choice
          label="看哪些"
          value={level}
          options={[
            ['all', '全部'],
            ['problems', '警告和错误'],
          ]}
          onChange={setLevel}
        />
        <Search label="筛选" placeholder="含有的文字或请求 id" value={text} onChange={setText} />
      </Heading>
      <View
        loaded={loaded}
        isEmpty={(lines) => chosen(lines).length === 0}
        empty={loaded.data?.length === 0 ? '还没有日志。' : '没有符合筛选的日志。'}
      >
        {(lines) => (
          <ol className="log">
            {chosen(lines).map((line, index) => (
              <li key={`${line.at} ${lines.length - index}`} className={line.level}>
                <time>{clock(line.at)}</time>{' '}
                {line.requestId ? <a href={href(['calls', line.requestId])}>{line.scope}</a> : <b>{line.scope}</b>}{' '}
                <span className="pre">{line.message}</span>
                {line.ms !== undefined && <small> {line.ms.toFixed(1)} ms</small>}
              </li>
            ))}
          </ol>
        )}
      </View>
    </>
  );
}
