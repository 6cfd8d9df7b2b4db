import { useState, type ReactNode } from 'react';
import type { FileEntry, FilePage } from '../../types';
import { get, messageOf, post } from '../client';
import { bytes, count, dateTime } from '../format';
import { useLoaded } from '../hooks';
import { ConfirmButton, CopyId, Heading, Search, useNotify, View } from '../parts';

/** Stored files by path. */
export function FilesView(): ReactNode {
  const [part, setPart] = useState('');
  /** Where each page shown so far began. */
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const loaded = useLoaded(`files ${part} ${after ?? ''}`, () => get<FilePage>('files', { part, after }));
  const notify = useNotify();
  const remove = async ({ path, fileId }: FileEntry): Promise<void> => {
    try {
      await post('files/delete', { fileId });
      notify(`已删除 ${path}`);
    } catch (error) {
      notify(messageOf(error));
    }
    loaded.reload();
  };
  const { data } = loaded;
  return (
    <>
      <Heading title="存储" note={data && `${count(data.totals.files)} 个文件，共 ${bytes(data.totals.bytes)}。`}>
        <Search
          label="按路径筛选"
          placeholder="路径里含有"
          value={part}
          onChange={(text) => {
            setPart(text);
            setStarts([]);
          }}
        />
      </Heading>
      <View
        loaded={loaded}
        isEmpty={({ files }) => files.length === 0}
        empty={part ? '没有路径里含有它的文件。' : '还没有文件。小程序或函数上传后，会列在这里。'}
      >
        {({ files, more }) => (
          <>
            <Table files={files} onRemove={(file) => void remove(file)} />
            <nav className="pages" aria-label="翻页">
              {starts.length > 0 && (
                <button type="button" onClick={() => setStarts(starts.slice(0, -1))}>
                  上一页
                </button>
              )}
              {more && (
                <button type="button" onClick={() => setStarts([...starts, files.at(-1)!.path])}>
                  下一页
                </button>
              )}
            </nav>
          </>
        )}
      </View>
    </>
  );
}

function Table({ files, onRemove }: { files: FileEntry[]; onRemove: (file: FileEntry) => void }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th>路径</th>
          <th className="number">大小</th>
          <th>更新于</th>
          <th>操作</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.path}>
            <td data-label="路径" className="mono path">
              <a href={file.url} target="_blank" rel="noreferrer">
                {file.path}
              </a>
            </td>
            <td data-label="大小" className="number">
              {bytes(file.size)}
            </td>
            <td data-label="更新于">{dateTime(new Date(file.updated).toISOString())}</td>
            <td className="row-actions">
              <a href={file.url} target="_blank" rel="noreferrer">
                打开
              </a>
              <CopyId id={file.fileId} short={8} />
              <ConfirmButton label="删除" confirm="不能撤销，确定删除" onConfirm={() => onRemove(file)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
