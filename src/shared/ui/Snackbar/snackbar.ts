import { create } from 'zustand';

interface Message {
  id: number;
  text: string;
  undo?: () => void;
}

/** Long enough to read a line. */
const SHOWN_MS = 6000;
/** Long enough to hear it out, find 撤销 after it and decide. */
const SHOWN_WITH_UNDO_MS = 12_000;
/** How soon to look again whether somebody is still at it. */
const AGAIN_MS = 2000;

export const useSnackbar = create<{ message: Message | null }>(() => ({ message: null }));

let next = 1;
/** Whether a pointer or the keyboard is on the message, as the browser build can tell. */
let held = (): boolean => false;

/** Keeps a message for as long as this says so. */
export function keepWhile(holds: () => boolean): void {
  held = holds;
}

function leave(id: number): void {
  if (!held()) dismiss(id);
  else setTimeout(() => leave(id), AGAIN_MS);
}

/** Shows one line at the foot of the page; a new one takes the place of the old. */
export function snackbar(text: string, options: { undo?: () => void } = {}): void {
  const id = next++;
  useSnackbar.setState({ message: { id, text, ...options } });
  setTimeout(() => leave(id), options.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS);
}

export function dismiss(id: number): void {
  if (useSnackbar.getState().message?.id === id) useSnackbar.setState({ message: null });
}
