import { useState, type ReactNode } from 'react';
import type { OpenCall } from '../../../../wechat/types';
import { clock, duration } from '../../format';
import { href } from '../../hooks';
import { Tag } from '../../parts';

/** Calls shown before more are asked for. */
const SHOWN = 15;

/** Plain words for the codes an operator meets; what the interface said stays beside them. */
const HINTS: Record<number, string> = {
  [-1]: '系统繁忙',
  40003: 'openid 不对',
  40004: '媒体类型不对',
  40037: '没有这个模板',
  40066: '地址不对',
  40097: '参数不对',
  40129: 'scene 不对',
  40169: 'scene 为空或太长',
  41030: '没有这个页面',
  43101: '用户没有同意，或授权已用完',
  44002: '缺少参数',
  45002: '内容太长',
  45009: '超过调用次数',
  47001: '参数格式不对',
  47003: '模板内容不合规则',
  48001: '本机没有这个接口的替身',
  61010: '用户近两小时没有访问小程序',
  87014: '内容违规',
  [-601002]: '请求无法识别',
  [-604101]: '云函数的 config.json 没有声明这个接口',
  [-604102]: '没有应答',
};

/** The last calls of open interfaces with what came of them. */
export function WechatCalls({ calls }: { calls: readonly OpenCall[] }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? calls : calls.slice(0, SHOWN);
  return (
    <section className="wide">
      <h2>最近的调用</h2>
      {calls.length === 0 ? (
        <p className="quiet">启动以来还没有调用过开放接口。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>时间</th>
              <th>接口</th>
              <th>结果</th>
              <th>用户</th>
              <th>由谁调用</th>
              <th className="number">用时</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((call, index) => (
              <Row key={`${call.at} ${calls.length - index}`} call={call} />
            ))}
          </tbody>
        </table>
      )}
      {calls.length > shown.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          显示最近 {calls.length} 次
        </button>
      )}
    </section>
  );
}

function Row({ call }: { call: OpenCall }): ReactNode {
  const { at, api, via, errcode, note, ms, function: name, invocationId, person } = call;
  const caller = via === 'push' ? `推送给 ${name ?? ''}` : (name ?? '函数之外');
  return (
    <tr>
      <td data-label="时间">
        <span className="mono when">{clock(at)}</span>
      </td>
      <td data-label="接口" className="mono path api">
        {api}
      </td>
      <td data-label="结果">
        <Tag tone={errcode === 0 ? 'good' : 'warn'}>{errcode}</Tag>{' '}
        {HINTS[errcode] && via !== 'push' ? (
          <>
            {HINTS[errcode]} <small>{note}</small>
          </>
        ) : (
          note
        )}
      </td>
      <td data-label="用户">{person?.label ?? '—'}</td>
      <td data-label="由谁调用">
        {invocationId === undefined ? caller : <a href={href(['calls', invocationId])}>{caller}</a>}
      </td>
      <td data-label="用时" className="number">
        {duration(ms)}
      </td>
    </tr>
  );
}
