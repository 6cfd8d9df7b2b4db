import { useState } from 'react';
import { call } from '@/shared/call/call';
import { newCommandId } from '@/shared/call/command-id';
import { asCallError, CallError } from '@/shared/call/error';
import { refreshAfter } from '@/shared/call/stale';
import { chooseFile } from '@/shared/file/choose';
import { type Sent, sendParts, tooLarge } from '@/shared/imports/send';
import { go } from '@/shared/nav';

interface Upload {
  /** How many parts of the file are there; null while nothing is being sent. */
  sent: Sent | null;
  /** Why the last file was not taken. */
  error: string | null;
  choose: () => void;
}

/** Has a file chosen, sends it and opens what comes of it. */
export function useUpload(orgId: string): Upload {
  const [sent, setSent] = useState<Sent | null>(null);
  const [error, setError] = useState<string | null>(null);

  const send = async () => {
    const file = await chooseFile({ extensions: ['xlsx', 'csv'] });
    if (file === null) return;
    const problem = tooLarge(file);
    if (problem !== undefined) throw new CallError('TOO_LARGE', problem);
    setSent({ done: 0, all: 0 });
    const { import: begun } = await call('orgimport.begin', {
      commandId: newCommandId(),
      orgId,
      fileName: file.name,
      size: file.size,
    });
    const { id } = begun;
    await sendParts(file, (part) => call('orgimport.part', { commandId: newCommandId(), id, ...part }), setSent);
    await call('orgimport.preview', { commandId: newCommandId(), id });
    refreshAfter('orgimport.preview');
    go('orgImport', { id });
  };

  return {
    sent,
    error,
    choose: () => {
      if (sent !== null) return;
      setError(null);
      send()
        .catch((thrown: unknown) => setError(asCallError(thrown).message))
        .finally(() => setSent(null));
    },
  };
}
