import { useState, type ReactNode } from 'react';
import type { StoredDocument } from '../../types';
import { CallError, messageOf } from '../client';
import { setDraft, type Draft } from '../drafts';
import { differingPaths, pretty, problemIn } from '../json';
import { useNotify } from '../parts';

interface EditorProps {
  draftKey: string;
  draft: Draft;
  /** The document as it is now; absent for a new one. */
  current?: StoredDocument;
  /** It was deleted meanwhile. */
  gone: boolean;
  /** Saves, or rejects with CallError. */
  onSave: (text: string) => Promise<void>;
  onSaveAsNew?: (text: string) => void;
}

/** A text area for one document. What is typed is kept outside, so that nothing here can lose it. */
export function Editor({ draftKey, draft, current, gone, onSave, onSaveAsNew }: EditorProps): ReactNode {
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);
  const notify = useNotify();
  const { text, revision } = draft;
  const problem = problemIn(text);
  const isChanged = revision !== undefined && current !== undefined && current.revision !== revision;

  const save = async (): Promise<void> => {
    if (problem !== undefined || saving) return;
    setSaving(true);
    setFailure(undefined);
    try {
      await onSave(text);
      notify('已保存');
    } catch (error) {
      // The notice about a change by somebody else says what to do; it appears with the next refresh at the latest.
      setFailure(error instanceof CallError && error.code === 'CONFLICT' ? error.message : messageOf(error));
    } finally {
      setSaving(false);
    }
  };

  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isChanged && !gone && (
        <Conflict
          draft={draft}
          current={current}
          onKeep={() => setDraft(draftKey, { text, revision: current.revision })}
          onTake={() => setDraft(draftKey, { text: pretty(current.text), revision: current.revision })}
        />
      )}
      {gone && (
        <div className="notice" role="alert">
          这个文档已被删除。您写的还在，可以另存为新文档。
        </div>
      )}
      <textarea
        aria-label="文档内容，JSON"
        aria-invalid={problem !== undefined}
        aria-describedby="editor-state"
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(event) => setDraft(draftKey, { text: event.target.value, revision })}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <p id="editor-state" className={problem || failure ? 'state pre warn-text' : 'state'} role="status">
        {problem ?? failure ?? '格式正确，Ctrl+S 保存。只写入改动过的字段。'}
      </p>
      <div className="bar">
        <button type="submit" className="primary" disabled={problem !== undefined || saving || gone}>
          {saving ? '正在保存……' : '保存'}
        </button>
        {onSaveAsNew && (
          <button type="button" disabled={problem !== undefined} onClick={() => onSaveAsNew(text)}>
            另存为新文档
          </button>
        )}
        <button
          type="button"
          className="plain"
          onClick={() => {
            setDraft(draftKey, undefined);
            notify('已放弃修改', { label: '撤销', run: () => setDraft(draftKey, draft) });
          }}
        >
          放弃修改
        </button>
      </div>
    </form>
  );
}

/** Somebody else changed the document meanwhile: says where, and lets choose. */
function Conflict(props: { draft: Draft; current: StoredDocument; onKeep: () => void; onTake: () => void }): ReactNode {
  const { draft, current } = props;
  const paths = problemIn(draft.text) === undefined ? differingPaths(draft.text, current.text) : [];
  return (
    <div className="notice" role="alert">
      <span>
        您编辑期间，这个文档已被别处改动。
        {paths.length > 0 && (
          <>
            与您写的不同之处：<span className="mono">{paths.slice(0, 8).join('、')}</span>
          </>
        )}
      </span>
      <button type="button" onClick={props.onKeep}>
        以我写的为准
      </button>
      <button type="button" onClick={props.onTake}>
        改用最新内容
      </button>
    </div>
  );
}
