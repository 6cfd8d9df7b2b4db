import type { ReactNode } from 'react';
import type { PersonaEntry } from '../../types';
import { get } from '../client';
import { useLoaded } from '../hooks';
import { Heading, View } from '../parts';

/** The demo users a client may call as. Their openids stay in the emulator. */
export function PersonasView(): ReactNode {
  const loaded = useLoaded('personas', () => get<PersonaEntry[]>('personas'));
  return (
    <>
      <Heading title="身份" note="预览和开发者工具可以用这些身份调用云函数；openid 不离开本地云开发。" />
      <View
        loaded={loaded}
        isEmpty={(list) => list.length === 0}
        empty="没有演示身份。用 --personas 指定一个文件后，会列在这里。"
      >
        {(list) => (
          <table>
            <thead>
              <tr>
                <th>身份</th>
                <th>说明</th>
                <th>id</th>
              </tr>
            </thead>
            <tbody>
              {list.map(({ id, label, description }) => (
                <tr key={id}>
                  <td data-label="身份">
                    <b>{label}</b>
                  </td>
                  <td data-label="说明">{description ?? '—'}</td>
                  <td data-label="id" className="mono">
                    {id}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </View>
      <p className="hint">
        自己写请求时，把 id 放进请求头 <span className="mono">x-emulator-persona</span>，发往{' '}
        <span className="mono">POST /gateway/call</span>。
      </p>
    </>
  );
}
