import type { Condition, Value } from '../../../kernel/port';
import { noneOf } from '../../../kernel/port';
import type { Command, Remembering, Versioned } from '../shape';

/** Commands remembered per document, unless it says otherwise: more than anybody sends while one is on its way. */
export const REMEMBERED = 50;

/** Remembered beside an undo that a later change had overtaken: sent again, it must say so again. */
const overtakenMark = (commandId: string): string => `${commandId}:kept`;

/** Whether the document has carried this command out before. */
export const wasSeen = ({ commands = [] }: Remembering, commandId: string): boolean =>
  commands.includes(commandId) || commands.includes(overtakenMark(commandId));

/** Whether this undo, once carried out, brought back what was before. */
export const wasUndone = ({ commands = [] }: Remembering, commandId: string): boolean =>
  commands.includes(commandId) && !commands.includes(overtakenMark(commandId));

/** What is remembered of an undo that found a later change and left it; `of` too, should that only come now. */
export const overtaken = ({ commandId, of }: Command & { of: string }): string[] => [
  commandId,
  overtakenMark(commandId),
  of,
];

/** The condition under which a document has not carried this command out. */
export const unseen = (commandId: string): { commands: Condition } => ({ commands: noneOf([commandId]) });

/** What a change pushes so that the document remembers these ids, and of all of them the last `keepLast`. */
export const remembering = (
  ids: readonly string[],
  keepLast = REMEMBERED,
): { commands: { items: readonly Value[]; keepLast: number } } => ({ commands: { items: ids, keepLast } });

/** What is to be done with a command of a writer who saw a version: it was carried out, another version is there, or go. */
export function judgeVersion(doc: Versioned, command: Command & { version: number }): 'seen' | 'conflict' | 'go' {
  if (wasSeen(doc, command.commandId)) return 'seen';
  return (doc.version ?? 0) === command.version ? 'go' : 'conflict';
}
