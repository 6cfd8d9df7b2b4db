import { orgsWith } from '../../kernel/access';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among } from '../../kernel/port';
import type { ModeratedDomain } from '../../shared/moderation/shape';
import type { WaitingProvider } from '../../shared/waiting/shape';
import { acceptCode } from './accept';
import { invitationCollections } from './collections';
import type { Accepted, Entry, Joining } from './joining';
import { waitingRows } from './rules/waiting';

/** Lets somebody in by a code, an invitation's or an org's standing one; see `acceptCode`. Nothing more is asked of him. */
export async function joinByCode(
  joining: Joining,
  entry: Omit<Entry, 'asks' | 'answer'>,
): Promise<Exclude<Accepted, { question: unknown }>> {
  const accepted = await acceptCode(openOwn(joining.others, invitationCollections), joining, entry);
  if ('question' in accepted) throw new Error('asked who cannot answer');
  return accepted;
}

/** Requests that are counted for 我的; of more it says so. */
const COUNTED = 100;

/** People who want to join what he runs, one row for each of his orgs, and what he has asked of others himself. */
export const invitationWaiting: WaitingProvider = async (others, viewer, now) => {
  const { joinRequests } = openOwn(others, invitationCollections);
  const run = orgsWith(viewer, 'org:invite');
  const mine = { memberId: viewer._id };
  const found = await joinRequests.find(
    {
      state: 'waiting',
      until: above(now),
      ...(run.length === 0 ? mine : { anyOf: [mine, { orgPath: among(run) }] }),
    },
    { sort: [['at', 1]], limit: COUNTED, fields: ['memberId', 'orgPath', 'orgName', 'at', 'until'] },
  );
  return waitingRows(found, { memberId: viewer._id, run, counted: COUNTED });
};

/** How many people wait for an answer of an org, or of one below it. One round trip, by an index. */
export const requestsOpen = (others: Others, orgId: string, now: number): Promise<number> =>
  openOwn(others, invitationCollections).joinRequests.count({ orgPath: orgId, state: 'waiting', until: above(now) });

/** How many invitations of an org still let people in. One round trip, by an index. */
export const invitationsOpen = (others: Others, orgId: string, now: number): Promise<number> =>
  openOwn(others, invitationCollections).invitations.count({ orgId, revokedAt: null, expiresAt: above(now) });

const textOf = (fields: object | null): string => (fields as { text: string }).text;

/** A text that was left out is filled in when it passes; turned down, it stays away. One round trip. */
const filledIn = (fill: (others: Others, thing: string, text: string) => Promise<unknown>): ModeratedDomain => ({
  async apply(others, { thing, fields }, to) {
    if (to === 'visible') await fill(others, thing, textOf(fields));
    return 'done';
  },
  erase: () => Promise.resolve(),
  takesBack: () => false,
});

/** The note beside an invitation. */
export const invitationNotes = filledIn((others, _id, note) =>
  openOwn(others, invitationCollections).invitations.update({ _id, note: '' }, { set: { note } }),
);

/** What an applicant is told with the answer; not where that was taken back. */
export const joinAnswers = filledIn((others, _id, sentence) =>
  openOwn(others, invitationCollections).joinRequests.update(
    { _id, 'decision.sentence': '' },
    { set: { 'decision.sentence': sentence } },
  ),
);
