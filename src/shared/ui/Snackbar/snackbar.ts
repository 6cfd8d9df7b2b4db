import { create } from 'zustand';

interface Message {
  id: number;
  text: string;
  undo?: () => void;
}

/** Long enough to read a line and reach for 撤销. */
const SHOWN_MS = 6000;

export const useSnackbar = create<{ message: Message | null }>(() => ({ message: null }));

let next = 1;

/** Shows one line at the foot of the page; a new one takes the place of the old. */
export function snackbar(text: string, options: { undo?: () => void } = {}): void {
  const id = next++;
  useSnackbar.setState({ message: { id, text, ...options } });
  setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  if (useSnackbar.getState().message?.id === id) useSnackbar.setState({ message: null });
}
