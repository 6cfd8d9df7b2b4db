import type { Handlers } from '../../kernel/context';
import type { ShelfDatabase } from './collections';
import { wasUndone } from '../../shared/commands/rules/commands';
import { moveStep, undoStep } from './rules/shelf';
import { carryOut } from './steps';
import { booksOnDesk, settleDesk } from './desk';
import { pageOfStatus } from './store';
import { shelfItemView } from './rules/view';

export const shelfHandlers: Handlers<'shelf', ShelfDatabase> = {
  'shelf.overview': async (_input, { db, viewer }) => {
    const [reading, want, finished] = await Promise.all([
      booksOnDesk(db, viewer._id),
      pageOfStatus(db, viewer._id, 'want'),
      pageOfStatus(db, viewer._id, 'finished'),
    ]);
    return { reading, want, finished };
  },

  'shelf.list': ({ status, cursor }, { db, viewer }) => pageOfStatus(db, viewer._id, status, cursor),

  // The fact first, then the desk that follows from it: a crash between the two is repaired by sending it again.
  'shelf.move': async (input, context) => {
    const { now } = context;
    const command = { action: 'shelf.move' as const, ...input };
    const outcome = await carryOut(command, context, (found) => moveStep(found, input, now));
    return { item: shelfItemView(outcome.entry), desk: await settleDesk(context, outcome) };
  },

  'shelf.undo': async (input, context) => {
    const command = { action: 'shelf.undo' as const, ...input };
    const outcome = await carryOut(command, context, (found) => undoStep(found, input));
    const { entry } = outcome;
    const desk = await settleDesk(context, outcome);
    return { item: shelfItemView(entry), desk, undone: wasUndone(entry, input.commandId) };
  },
};
