import type { Handlers } from '../../kernel/context';
import { orgHandlers } from './answering';
import { personHandlers } from './asking';
import type { TransferDatabase } from './collections';
import { findPlaces } from './finding';
import { graduationHandlers } from './graduating';
import { settle } from './settling';

export const transferHandlers: Handlers<'transfer', TransferDatabase> = {
  ...personHandlers,
  ...orgHandlers,
  ...graduationHandlers,
  'transfer.find': findPlaces,
  'transfer.settle': settle,
};
