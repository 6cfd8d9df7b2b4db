import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newRequest } from '../../../cloudfunctions/domains/transfer/rules/transfer';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const commandId = newCommandId;

/** Somebody of each org. */
const someone: Readonly<Record<string, string>> = {
  root: 'cityAdmin',
  d1: 'parentAdmin',
  b1: 'member',
  b2: 'siblingMember',
  b3: 'otherMember',
  m: 'somebody-of-m',
  a: 'somebody-of-a',
};
/** Of the committee somebody really goes; only an administrator can let him. */
const GRADUATE = 'graduate-of-root';

export const corner: Corner<'transfer'> = {
  inputs: {
    'transfer.mine': () => ({}),
    'transfer.find': (orgId) => ({ q: `org${orgId}` }),
    'transfer.ask': () => ({ commandId: commandId(), fromId: null, toId: 'd2', reason: '' }),
    'transfer.withdraw': (orgId) => ({ commandId: commandId(), id: `t-${orgId}`, withdrawn: true }),
    'transfer.seen': (orgId) => ({ commandId: commandId(), id: `t-${orgId}` }),
    // Nobody really leaves, so that the next one is asked in the same city.
    'transfer.leave': () => ({ commandId: commandId(), orgId: 'nowhere' }),
    'transfer.rejoin': (orgId) => ({ commandId: commandId(), id: `t-${orgId}` }),
    'transfer.settle': (orgId) => ({ commandId: commandId(), id: `t-${orgId}`, toId: null }),
    'transfer.list': (orgId) => ({ orgId, which: 'waiting' }),
    'transfer.answer': (orgId) => ({ commandId: commandId(), id: `t-${orgId}`, accept: false, text: '再看看' }),
    'transfer.undo': (orgId) => ({ commandId: commandId(), id: `t-${orgId}` }),
    'transfer.propose': (orgId) => ({
      commandId: commandId(),
      orgId,
      memberId: someone[orgId] ?? '',
      toId: 'd2',
      reason: '',
    }),
    'transfer.preview': (orgId) => ({ orgId, groups: [{ toId: null, memberIds: ['member'] }] }),
    'transfer.graduate': (orgId) => ({
      commandId: commandId(),
      orgId,
      groups: [{ toId: null, memberIds: [orgId === 'root' ? GRADUATE : 'nobody'] }],
    }),
    'transfer.graduation': () => ({}),
    'transfer.ungraduate': (orgId) => ({ commandId: commandId(), id: `g-${orgId}` }),
  },
  /** Somebody from nowhere asks to come to each org. */
  async plant(db, paths, now) {
    const graduate = newMember(GRADUATE, 'graduate', [{ _id: 'root', path: ['root'] }]);
    await db.members.add({ ...graduate, openid: `openid-${GRADUATE}`, joinedAt: 1 });
    for (const path of paths.filter(([, , id]) => id === 'm' || id === 'a')) {
      const [, , id = ''] = path;
      const _id = someone[id] ?? '';
      const somebody = newMember(_id, _id, [{ _id: id, path: [...path] }]);
      await db.members.add({ ...somebody, openid: `openid-${_id}`, joinedAt: 1 });
    }
    for (const path of paths) {
      const id = path.at(-1) ?? '';
      const to = { _id: id, path: [...path], name: `org${id}` };
      const request = { id: `t-${id}`, memberId: `guest-${id}`, by: `guest-${id}`, from: null, to, reason: canary(id) };
      await db.transfers.add(newRequest(request, now));
    }
  },
};
