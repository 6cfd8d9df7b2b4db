import { useState } from 'react';
import { call } from '@/shared/call/call';
import { asCallError } from '@/shared/call/error';
import { saveFile } from '@/shared/file/save';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Fetches the list of an org and saves it. */
export function useExport(orgId: string): { pending: boolean; run: () => void } {
  const [pending, setPending] = useState(false);
  return {
    pending,
    run: () => {
      if (pending) return;
      setPending(true);
      call('orgimport.export', { orgId })
        .then(saveFile)
        .catch((thrown: unknown) => snackbar(asCallError(thrown).message))
        .finally(() => setPending(false));
    },
  };
}
