import { countOwn } from '../../../cloudfunctions/jobs/own/counts';
import { exportOwn } from '../../../cloudfunctions/jobs/own/export';
import { unsaid } from '../../../cloudfunctions/shared/notices/rules/sending';
import { localFiles } from '../../../scripts/lib/database';
import { memberId } from '../../../scripts/seed/documents';
import { noon } from '../../support/noon';
import { png } from '../../support/pictures';
import { runJob } from '../../support/runJob';
import { newCommandId, type Stack } from '../../support/stack';
import { upload } from '../../support/upload';

const command = () => ({ commandId: newCommandId() });

/** Somebody who took another name and whose account was stopped for a time. */
export async function renamedAndDisabled(stack: Stack, who: string): Promise<void> {
  await stack.call(who, 'me.rename', { ...command(), name: '陈望舒远' });
  const until = noon() + 30 * 86_400_000;
  await stack.call('admin', 'member.disable', { ...command(), id: memberId(who), reason: '换了单位', until });
  await stack.db.members.update({ _id: memberId(who) }, { set: { erasing: { askedAt: noon(), at: until } } });
  await stack.db.erasedates.add({ _id: `${memberId(who)}:asked`, why: 'asked', at: until });
}

/** Consents to WeChat messages, one of which was used. */
export async function consented({ db }: Stack, who: string): Promise<void> {
  const left = { event: 1, reply: 2, matter: 1, digest: 1 };
  const sent = [{ at: noon(), about: 'n1' }];
  await db.consents.add({ ...unsaid(memberId(who)), left, sent, quiet: { from: 22, to: 8 } });
}

/** A picture that nothing took, all data as a file, and how much there is of them. */
export async function uploadAndTakeAlong(stack: Stack, who: string): Promise<void> {
  const announced = { purpose: 'feedback', kind: 'png', size: 100 } as const;
  const { ticket } = await stack.call(who, 'file.ticket', { ...command(), ...announced });
  await upload(stack.url, { persona: who, path: ticket.path }, png());
  await stack.call(who, 'file.finish', { ...command(), id: ticket.id });
  const { download } = await stack.call(who, 'owndata.export', command());
  await runJob(exportOwn, stack.db, noon(), download.id, localFiles(stack.emulator.adminUrl));
  await runJob(countOwn, stack.db, noon(), `${memberId(who)}:1`);
}

/** How many documents of somebody go with him, by collection: files, notices, what he wrote and waits, and settings. */
export const ownCounts = async ({ db }: Stack, id: string) => ({
  files: await db.files.count({ memberId: id }),
  exports: await db.exports.count({ memberId: id }),
  notices: await db.notices.count({ to: id }),
  moderationCases: await db.moderationCases.count({ authorId: id }),
  consents: await db.consents.count({ _id: id }),
  datacounts: await db.datacounts.count({ _id: id }),
  erasedates: await db.erasedates.count({ _id: `${id}:asked` }),
});
