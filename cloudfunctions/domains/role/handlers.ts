import type { Handlers } from '../../kernel/context';
import type { RoleDatabase } from './collections';
import { extend, layDown, takeBack } from './changing';
import { claim } from './claiming';
import { decide } from './deciding';
import { delegate, grant } from './giving';
import { findPerson } from './finding';
import { handOver, preview } from './handover';
import { history, mine, ofMember, ofOrg, waiting, whoCan } from './reading';
import { undoHandOver } from './undoing';

export const roleHandlers: Handlers<'role', RoleDatabase> = {
  'role.ofOrg': ofOrg,
  'role.history': history,
  'role.ofMember': ofMember,
  'role.whoCan': whoCan,
  'role.mine': (_input, context) => mine(context),
  'role.findPerson': findPerson,
  'role.waiting': waiting,
  'role.grant': grant,
  'role.extend': extend,
  'role.end': takeBack,
  'role.layDown': layDown,
  'role.delegate': delegate,
  'role.decide': decide,
  'role.handoverPreview': preview,
  'role.handOver': handOver,
  'role.undoHandOver': undoHandOver,
  'role.claim': claim,
};
