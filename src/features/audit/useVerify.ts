import { useEffect, useRef, useState } from 'react';
import type { Verified } from '@contract/domains/audit/actions';
import { call } from '@/shared/call/call';
import { asCallError, type CallError } from '@/shared/call/error';

/** How a check stands: how much is done, and what it found. */
export interface Verification {
  going: boolean;
  seals: number;
  entries: number;
  /** Seals there are altogether. */
  of: number;
  fault: Verified['fault'];
  error: CallError | null;
  done: boolean;
}

const begun: Verification = { going: true, seals: 0, entries: 0, of: 0, fault: null, error: null, done: false };

/** Checks everything step by step, each a call; what was checked stays checked when one of them fails. */
export function useVerify(): { state: Verification | null; begin: (noted?: string) => void; goOn: () => void } {
  const [state, setState] = useState<Verification | null>(null);
  const at = useRef<{ cursor?: string; noted?: string }>({});
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);

  async function run(from: Verification): Promise<void> {
    let known = { ...from, going: true, error: null };
    setState(known);
    try {
      for (let goesOn = true; goesOn && here.current;) {
        const step: Verified = await call('audit.verify', at.current);
        goesOn = step.next !== null;
        at.current = { ...at.current, cursor: step.next ?? undefined };
        const seals = known.seals + step.seals;
        known = { ...known, seals, entries: known.entries + step.entries, of: step.of, fault: step.fault };
        setState({ ...known, going: goesOn, done: !goesOn });
      }
    } catch (thrown) {
      setState({ ...known, going: false, error: asCallError(thrown) });
    }
  }

  return {
    state,
    begin: (noted) => {
      at.current = noted === undefined ? {} : { noted };
      void run(begun);
    },
    goOn: () => void run(state ?? begun),
  };
}
