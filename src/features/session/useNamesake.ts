import { useState } from 'react';
import type { CallError } from '@/shared/call/error';
import { fieldMessage } from '@/shared/call/error';

/** The question by which two people of one name are told apart, once the server has asked it; `forget` for another name. */
export function useNamesake(error: CallError | null): { question: string | undefined; forget: () => void } {
  const [question, setQuestion] = useState<string>();
  const [told, setTold] = useState<CallError | null>(null);
  if (error !== told) {
    setTold(error);
    if (error?.code === 'JOIN_NAMESAKE') setQuestion(fieldMessage(error, 'answer') ?? error.message);
  }
  return { question, forget: () => setQuestion(undefined) };
}
