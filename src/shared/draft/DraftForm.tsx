import type { ReactNode } from 'react';
import { Text } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import { FormFrame } from '@/shared/form/FormFrame';
import type { Checks } from '@/shared/form/useChecks';
import { ConflictNotice } from '@/shared/ui/ConflictNotice/ConflictNotice';
import { DraftNotice } from './DraftNotice';
import type { VersionedDraft } from './useVersionedDraft';

/** What a form needs to know of the writing and sending behind it. */
interface Writer<T> {
  draft: VersionedDraft<T>;
  checks: Checks;
  error: CallError | null;
  pending: boolean;
  /** Called when nothing is wrong. */
  send: () => void;
}

interface Props<T> {
  writer: Writer<T>;
  /** How long it takes, such as 大约三分钟. */
  duration: string;
  /** The words of what is being revised, as saved by now; `null` for something new. */
  theirs: string | null;
  /** The word on the button. */
  send: string;
  /** Who will see it, said above the button. */
  note?: string;
  /** The fields. */
  children: ReactNode;
}

/** The frame of a form that may be written over days and revised by several people. */
export function DraftForm<T>({ writer, duration, theirs, send, note, children }: Props<T>) {
  const { draft, checks, error, pending } = writer;
  const behind = theirs !== null && draft.behind;
  return (
    <FormFrame
      checks={checks}
      send={send}
      onSend={writer.send}
      error={error}
      pending={pending}
      disabled={draft.behind}
      note={behind ? '先在上面选好用哪一份，再保存。' : note}
    >
      <Text className="sx-form__lead">{duration}，随时可以离开，写了的都会留着。</Text>
      <DraftNotice draft={draft} />
      {children}
      {behind && (
        <ConflictNotice onKeepMine={draft.keepMine} onTakeTheirs={draft.discard}>
          <Text>{theirs}</Text>
        </ConflictNotice>
      )}
    </FormFrame>
  );
}
