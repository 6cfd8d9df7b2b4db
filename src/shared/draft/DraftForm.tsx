import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import { Button } from '@/shared/ui/Button/Button';
import { ConflictNotice } from '@/shared/ui/ConflictNotice/ConflictNotice';
import { FormError } from '@/shared/ui/FormError/FormError';
import { useGoToWrong } from '@/shared/ui/FormError/useGoToWrong';
import { DraftNotice } from './DraftNotice';
import type { VersionedDraft } from './useVersionedDraft';
import '@/shared/ui/form.scss';

/** What a form needs to know of the writing and sending behind it. */
interface Writer<T> {
  draft: VersionedDraft<T>;
  error: CallError | null;
  invalid: boolean;
  pending: boolean;
  submit: () => void;
}

interface Props<T> {
  writer: Writer<T>;
  /** How long it takes, such as 大约三分钟. */
  duration: string;
  /** The words of what is being revised, as saved by now; `null` for something new. */
  theirs: string | null;
  /** The word on the button. */
  send: string;
  /** The fields. */
  children: ReactNode;
}

/** The frame of a form that may be written over days and revised by several people. */
export function DraftForm<T>({ writer, duration, theirs, send, children }: Props<T>) {
  const { draft } = writer;
  const [tries, setTries] = useState(0);
  const wrong = writer.invalid || (writer.error?.fields ?? []).length > 0;
  const form = useGoToWrong(wrong, `${tries} ${writer.error?.requestId ?? ''}`);
  const submit = (): void => {
    setTries(tries + 1);
    writer.submit();
  };
  return (
    <View className={`sx-form ${form}`}>
      <Text className="sx-form__lead">{duration}。随时可以离开，写了的都会留着。</Text>
      <DraftNotice draft={draft} />
      {children}
      {theirs !== null && draft.behind && (
        <ConflictNotice onKeepMine={draft.keepMine} onTakeTheirs={draft.discard}>
          <Text>{theirs}</Text>
        </ConflictNotice>
      )}
      <FormError error={writer.error} invalid={writer.invalid} />
      <View className="sx-form__send">
        <Button block loading={writer.pending} disabled={draft.behind} onClick={submit}>
          {send}
        </Button>
      </View>
    </View>
  );
}
