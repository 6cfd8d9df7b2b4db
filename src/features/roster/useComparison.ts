import { useState } from 'react';
import type { RosterComparison, RosterList } from '@contract/domains/roster/actions';
import { FILE_MAX_BYTES, type RosterQuestion } from '@contract/domains/roster/constants';
import { call } from '@/shared/call/call';
import { asCallError, CallError } from '@/shared/call/error';
import { chooseFile } from '@/shared/file/choose';

/** A list and what it comes to, before anything is stored. */
export interface Checked {
  list: RosterList;
  /** Of a file. */
  fileName: string | null;
  comparison: RosterComparison;
}

interface Comparing {
  checked: Checked | null;
  pending: boolean;
  error: CallError | null;
  /** Compares what was pasted. */
  compareText: (text: string) => void;
  /** Has a file chosen and compares it. */
  compareFile: () => void;
  /** What was compared is not what stands there any more. */
  forget: () => void;
}

async function chosenList(): Promise<{ list: RosterList; fileName: string } | null> {
  const file = await chooseFile({ extensions: ['xlsx', 'csv'] });
  if (file === null) return null;
  if (file.size === 0) throw new CallError('ROSTER_UNREADABLE', '这个文件是空的，请重新选择。');
  if (file.size > FILE_MAX_BYTES) throw new CallError('TOO_LARGE', '文件太大。请只留姓名一列，存成 .csv，或分成几份。');
  return {
    list: { from: 'file', fileName: file.name, base64: await file.part(0, file.size) },
    fileName: file.name,
  };
}

/** Has a list compared with the roster of an org; nothing of it is kept by that. */
export function useComparison(orgId: string, question: RosterQuestion): Comparing {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  const compare = (bring: () => Promise<{ list: RosterList; fileName: string | null } | null>) => {
    if (pending) return;
    setPending(true);
    setError(null);
    bring()
      .then(async (brought) => {
        if (brought === null) return;
        const comparison = await call('roster.preview', { orgId, list: brought.list, question });
        setChecked({ ...brought, comparison });
      })
      .catch((thrown: unknown) => setError(asCallError(thrown)))
      .finally(() => setPending(false));
  };

  return {
    checked,
    pending,
    error,
    compareText: (text) => compare(() => Promise.resolve({ list: { from: 'text', text }, fileName: null })),
    compareFile: () => compare(chosenList),
    forget: () => setChecked(null),
  };
}
