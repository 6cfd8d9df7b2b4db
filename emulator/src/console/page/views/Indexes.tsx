import type { ReactNode } from 'react';
import type { CollectionSummary } from '../../types';
import { Tag } from '../parts';

const DIRECTIONS: Record<string, string> = { '1': '升序', '-1': '降序', '2dsphere': '地理位置' };

/** The indexes of a collection, the implicit one first. */
export function Indexes({ collection }: { collection: CollectionSummary }): ReactNode {
  const all = [{ name: '_id_', unique: true, keys: [['_id', 1]] as const }, ...collection.indexes];
  return (
    <>
      <table>
        <thead>
          <tr>
            <th>索引</th>
            <th>字段</th>
            <th>唯一</th>
          </tr>
        </thead>
        <tbody>
          {all.map((index) => (
            <tr key={index.name}>
              <td data-label="索引" className="mono">
                {index.name}
              </td>
              <td data-label="字段">
                {index.keys.map(([field, direction]) => (
                  <span key={field} className="key-part">
                    <span className="mono">{field}</span> <small>{DIRECTIONS[String(direction)]}</small>
                  </span>
                ))}
              </td>
              <td data-label="唯一">{index.unique ? <Tag>唯一</Tag> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">索引在集合声明文件（--schema）里修改，重新启动后生效。</p>
    </>
  );
}
