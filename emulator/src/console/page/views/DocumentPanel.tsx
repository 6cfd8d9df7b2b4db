import { useState, type ReactNode } from 'react';
import type { StoredDocument } from '../../types';
import { CallError, get, messageOf, post } from '../client';
import { draftKey, setDraft, useDrafts } from '../drafts';
import { useLoaded, type Place } from '../hooks';
import { pretty } from '../json';
import { Choice, useNotify, View } from '../parts';
import { Tree } from '../Tree';
import { documentsHref } from './Documents';
import { Editor } from './Editor';

type Mode = 'tree' | 'json';

/** One document: to read, to edit, to delete. */
export function DocumentPanel(props: { collection: string; id: string; place: Place }): ReactNode {
  const { collection, id, place } = props;
  const loaded = useLoaded(`document ${collection} ${id}`, () => get<StoredDocument>('document', { collection, id }));
  const key = draftKey(collection, id);
  const draft = useDrafts()[key];
  const [mode, setMode] = useState<Mode>('tree');
  const remove = useRemove(collection, id, documentsHref(collection, place, {}));

  const save = async (text: string): Promise<void> => {
    try {
      await post('documents/save', { collection, id, revision: draft?.revision, text });
      setDraft(key, undefined);
    } finally {
      // After a refusal too: what to do about a conflict shows with the document as it is now.
      loaded.reload();
    }
  };

  return (
    <Panel title={id.replace(/^"|"$/g, '')} close={documentsHref(collection, place, {})}>
      {draft ? (
        <Editor
          draftKey={key}
          draft={draft}
          current={loaded.data}
          gone={loaded.gone}
          onSave={save}
          onSaveAsNew={(text) => {
            // An undefined field leaves the text: the copy gets an id of its own.
            const copy = { ...(JSON.parse(text) as Record<string, unknown>), _id: undefined };
            setDraft(draftKey(collection), { text: JSON.stringify(copy, null, 2) });
            setDraft(key, undefined);
            location.hash = documentsHref(collection, place, { new: '1' });
          }}
        />
      ) : (
        <View loaded={loaded}>
          {(document) => (
            <>
              <div className="bar">
                <Choice<Mode>
                  label="怎样看"
                  value={mode}
                  options={[
                    ['tree', '字段'],
                    ['json', 'JSON'],
                  ]}
                  onChange={setMode}
                />
                <button
                  type="button"
                  onClick={() => setDraft(key, { text: pretty(document.text), revision: document.revision })}
                >
                  编辑
                </button>
                <button type="button" className="plain" onClick={() => void remove()}>
                  删除
                </button>
              </div>
              <div className="document">
                {mode === 'tree' ? (
                  <Tree value={JSON.parse(document.text) as unknown} />
                ) : (
                  <pre tabIndex={0}>{pretty(document.text)}</pre>
                )}
              </div>
            </>
          )}
        </View>
      )}
    </Panel>
  );
}

/** Deletes at once and offers to undo. */
function useRemove(collection: string, id: string, next: string): () => Promise<void> {
  const notify = useNotify();
  return async () => {
    try {
      const removed = await post<StoredDocument>('documents/delete', { collection, id });
      location.hash = next;
      const restore = async (): Promise<void> => {
        try {
          await post('documents/add', { collection, text: removed.text });
          notify('已恢复');
        } catch (error) {
          notify(`没能恢复：${messageOf(error)}`, { label: '再试一次', run: () => void restore() });
        }
      };
      notify(`已删除 ${id}`, { label: '撤销', run: () => void restore() });
    } catch (error) {
      notify(error instanceof CallError ? messageOf(error) : String(error));
    }
  };
}

/** A document that does not exist yet. */
export function NewDocument({ collection, place }: { collection: string; place: Place }): ReactNode {
  const key = draftKey(collection);
  const draft = useDrafts()[key] ?? { text: '{\n  \n}' };
  const add = async (text: string): Promise<void> => {
    const { id } = await post<StoredDocument>('documents/add', { collection, text });
    setDraft(key, undefined);
    location.hash = documentsHref(collection, place, { doc: id });
  };
  return (
    <Panel title={`新建 · ${collection}`} close={documentsHref(collection, place, {})}>
      <Editor draftKey={key} draft={draft} gone={false} onSave={add} />
      <p className="hint">不写 _id 会自动生成。时间写作 {'{"$date": "2026-01-31T08:00:00Z"}'}。</p>
    </Panel>
  );
}

function Panel({ title, close, children }: { title: string; close: string; children: ReactNode }): ReactNode {
  return (
    <section
      className="panel"
      aria-label={title}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLTextAreaElement;
        if (event.key === 'Escape' && !typing) location.hash = close;
      }}
    >
      <header>
        <h2 className="mono">{title}</h2>
        <a href={close} aria-label="关闭">
          关闭
        </a>
      </header>
      {children}
    </section>
  );
}
