import { unzipSync, strFromU8 } from 'fflate';
import { eraseMember } from '../../../cloudfunctions/jobs/persons';
import { countOwn } from '../../../cloudfunctions/jobs/own/counts';
import { dueErasures, replayErasures } from '../../../cloudfunctions/jobs/own/erasures';
import { exportOwn } from '../../../cloudfunctions/jobs/own/export';
import { retention } from '../../../cloudfunctions/jobs/retention';
import { eraseOn, erasureId, removedSince } from '../../../cloudfunctions/domains/owndata/public';
import { heldAlone, ledBy } from '../../../cloudfunctions/domains/owndata/rules/holders';
import { checkAccess } from '../../../cloudfunctions/kernel/access';
import { findViewer } from '../../../cloudfunctions/kernel/identity';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { Grant } from '../../../cloudfunctions/kernel/grants';
import { actions } from '../../../contract/registry';
import { DAY_MS } from '../../../contract/durations';
import { command, openTown, person, type Town } from '../../support/domains';
import { png } from '../../support/pictures';
import { runJob } from '../../support/runJob';

const NOW = Date.UTC(2026, 10, 30, 4);
const cityAdmin = (id: string) => person(id, 'city', [{ role: 'cityAdmin', orgId: 'city' }]);
const open = () => openTown(NOW, {}, [cityAdmin('mayor'), person('deputy', 'eastBranch')]);
const erase = (town: Town, who: string, number = 1) =>
  town.call(who, 'owndata.erase', { commandId: command(number), confirm: '注销' });
const undo = (town: Town, who: string) => town.call(who, 'owndata.undo', { commandId: command(50) });

/** Whether somebody may call an action now. */
async function letIn(
  town: Town,
  who: string,
  action: 'me.session' | 'owndata.undo' | 'feedback.submit',
): Promise<string> {
  const viewer = await findViewer(town.db, `openid-${who}`, town.clock.now);
  try {
    checkAccess(actions[action].access, { openid: `openid-${who}`, viewer });
    return 'let in';
  } catch (refused) {
    return (refused as { code: string }).code;
  }
}

describe('asking to be erased', () => {
  it('disables at once to everybody else, may be taken back for seven days, and is done after them', async () => {
    const town = await open();
    expect(await erase(town, 'reader')).toMatchObject({ data: { erasing: { askedAt: NOW, at: NOW + 7 * DAY_MS } } });
    // Sent again later it stands as it was asked.
    town.clock.now += DAY_MS;
    expect(await erase(town, 'reader')).toMatchObject({ data: { erasing: { at: NOW + 7 * DAY_MS } } });
    expect(await town.db.members.get('reader')).toMatchObject({
      disabled: true,
      disabledFor: { reason: '本人申请注销' },
    });
    expect([await letIn(town, 'reader', 'me.session'), await letIn(town, 'reader', 'feedback.submit')]).toEqual([
      'ERASING',
      'ERASING',
    ]);
    expect(await letIn(town, 'reader', 'owndata.undo')).toBe('let in');
    expect(await town.done('reader', 'owndata.view', {})).toMatchObject({ erasing: { askedAt: NOW } });
    expect(await undo(town, 'reader')).toMatchObject({ data: { undone: true } });
    expect(await undo(town, 'reader')).toMatchObject({ data: { undone: true } });
    expect(await letIn(town, 'reader', 'me.session')).toBe('let in');
    expect(await town.db.members.get('reader')).not.toHaveProperty('erasing');
    expect(await runJob(dueErasures, town.db, NOW + 30 * DAY_MS)).toBe('due 0');
    expect(await town.db.erasedates.count({})).toBe(0);
  });

  it('is done by the timer once the days are over, and cannot be taken back then', async () => {
    const town = await open();
    await erase(town, 'reader');
    expect(await runJob(dueErasures, town.db, NOW + 7 * DAY_MS)).toBe('due 0');
    town.clock.now = NOW + 7 * DAY_MS + 1;
    expect(await undo(town, 'reader')).toMatchObject({ code: 'ERASE_TOO_LATE' });
    expect(await runJob(dueErasures, town.db, town.clock.now)).toBe('due 1');
    expect(await town.db.jobs.get('erase:reader')).toMatchObject({ state: 'due' });
    expect(await runJob(eraseMember, town.db, town.clock.now, 'reader', town.files)).toBe('erased');
    expect(await town.db.members.get('reader')).toBeUndefined();
    // What is left says nothing of who it was.
    expect(await town.db.erasures.find({}, { limit: 9 })).toEqual([{ _id: erasureId('reader'), at: town.clock.now }]);
    expect(JSON.stringify(await town.db.erasures.find({}, { limit: 9 }))).not.toContain('reader');
  });

  it('is refused to the only one who runs something, by name and with what to do; not where another does', async () => {
    const town = await open();
    expect(await erase(town, 'mayor')).toMatchObject({ code: 'ERASE_LAST_ADMIN' });
    const reply = await erase(town, 'secretary');
    expect(reply).toMatchObject({ code: 'ERASE_ONLY_HOLDER', message: expect.stringContaining('交接') as unknown });
    expect(reply).toMatchObject({ message: expect.stringContaining('eastBranch团组织的支部书记') as unknown });
    expect(await town.db.members.get('secretary')).toMatchObject({ disabled: false });
    await town.db.members.update(
      { _id: 'deputy' },
      { set: { grants: [{ role: 'branchSecretary', orgId: 'eastBranch' }] } },
    );
    expect(await erase(town, 'secretary', 2)).toMatchObject({ ok: true });
    // The deputy is alone now.
    expect(await erase(town, 'deputy', 3)).toMatchObject({ code: 'ERASE_ONLY_HOLDER' });
  });
});

it('who holds a role alone: others in their own right, now, and able to use it are counted, and nobody else', () => {
  const own = (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({ role, orgId: 'o', ...more });
  const holder = (grants: Grant[], disabled = false) => ({ _id: 'x', grants, disabled });
  const mine = [own('branchSecretary')];
  expect(
    ledBy([own('member'), own('branchSecretary'), own('orgAdmin', { of: 'y' }), own('cityAdmin', { until: 5 })], 9),
  ).toEqual(['o']);
  for (const [others, alone] of [
    [[], 1],
    [[holder([own('branchSecretary')])], 0],
    [[holder([own('branchSecretary')], true)], 1],
    [[holder([own('branchSecretary', { of: 'me' })])], 1],
    [[holder([own('branchSecretary', { until: 5 })])], 1],
    [[holder([own('orgAdmin')])], 1],
    [[holder([{ role: 'branchSecretary', orgId: 'p' }])], 1],
    [[{ ...holder([own('branchSecretary')]), _id: 'me' }], 1],
  ] as const) {
    expect(heldAlone('me', mine, others, 9)).toHaveLength(alone);
  }
});

it('a record or a document with a date of its own is erased when that comes, whatever else holds', async () => {
  const town = await open();
  await eraseOn(closeAll(town.db), 'neighbour', NOW + 9 * DAY_MS);
  await eraseOn(closeAll(town.db), 'neighbour', NOW + DAY_MS);
  expect(await runJob(dueErasures, town.db, NOW)).toBe('due 0');
  expect(await runJob(dueErasures, town.db, NOW + DAY_MS + 1)).toBe('due 1');
  expect(await town.db.jobs.get('erase:neighbour')).toMatchObject({ state: 'due' });
});

it('what is stored is counted by a job and shown for a day; the page is three round trips', async () => {
  const town = await open();
  await town.done('reader', 'feedback.submit', { commandId: command(1), kind: 'suggestion', text: '多开一会儿门' });
  expect(await town.done('reader', 'owndata.view', {})).toEqual({
    counts: null,
    countedAt: null,
    counting: false,
    erasing: null,
  });
  expect(town.trips()).toBeLessThanOrEqual(3);
  await town.done('reader', 'owndata.count', { commandId: command(2) });
  expect(await town.done('reader', 'owndata.view', {})).toMatchObject({ counting: true });
  const [{ key = '' } = {}] = await town.db.jobs.find({ kind: 'owncounts' }, { limit: 1 });
  await runJob(countOwn, town.db, NOW, key);
  await runJob(countOwn, town.db, NOW, key);
  await town.db.jobs.update({ kind: 'owncounts' }, { set: { state: 'done' } });
  const view = await town.done('reader', 'owndata.view', {});
  expect(view).toMatchObject({ countedAt: NOW, counting: false });
  expect(view.counts).toMatchObject({ feedback_0: 1, members_0: 1 });
  expect(view.counts).not.toHaveProperty('shelf_0');
  town.clock.now += DAY_MS;
  expect((await town.done('reader', 'owndata.view', {})).counts).toBeNull();
});

it('one’s own data come as a page, as JSON and with one’s own pictures, by a job with progress', async () => {
  const town = await open();
  await town.done('reader', 'feedback.submit', {
    commandId: command(1),
    kind: 'suggestion',
    text: '<b>多开</b>一会儿门',
  });
  const { ticket } = await town.done('reader', 'file.ticket', {
    ...{ commandId: command(2), purpose: 'feedback', kind: 'png', size: 100 },
  } as never);
  await town.files.put(ticket.path, png());
  await town.done('reader', 'file.finish', { commandId: command(3), id: ticket.id });
  const { download } = await town.done('reader', 'owndata.export', { commandId: command(4) });
  expect(download).toMatchObject({
    state: 'making',
    format: 'zip',
    fileName: expect.stringContaining('我的数据') as unknown,
  });
  expect(await town.call('reader', 'download.open', { id: download.id })).toMatchObject({ code: 'DOWNLOAD_MAKING' });
  await runJob(exportOwn, town.db, NOW, download.id, town.files);
  const { url, download: ready } = await town.done('reader', 'download.open', { id: download.id });
  expect(url).toContain(`export/${download.id}/file.zip`);
  expect(ready.rows).toBeGreaterThanOrEqual(3);
  const archive = unzipSync(town.files.stored.get(`export/${download.id}/file.zip`) ?? Buffer.alloc(0));
  expect(Object.keys(archive).sort()).toEqual(['我的数据.html', '我的数据.json', `文件/${ticket.id}.png`].sort());
  expect(Buffer.from(archive[`文件/${ticket.id}.png`] ?? [])).toEqual(png());
  const page = strFromU8(archive['我的数据.html'] ?? new Uint8Array());
  expect(page).toContain('多开');
  expect(page).not.toContain('<b>多开');
  expect(page).toContain(`<img src="文件/${ticket.id}.png"`);
  const json = JSON.parse(strFromU8(archive['我的数据.json'] ?? new Uint8Array())) as {
    data: Record<string, unknown[]>;
  };
  expect(json.data.投诉建议).toHaveLength(1);
  expect(json.data.我).toMatchObject([{ 姓名: 'reader同志' }]);
  expect(JSON.stringify(json)).not.toContain('openid-');
  // Its parts are gone; nobody else opens it.
  expect([...town.files.stored.keys()].filter((path) => path.startsWith('export/'))).toHaveLength(1);
  expect(await town.call('neighbour', 'download.open', { id: download.id })).toMatchObject({ code: 'DOWNLOAD_GONE' });
  expect(await runJob(exportOwn, town.db, NOW, download.id, town.files)).toBe('nothing to make');
});

it('a restored backup is told who was erased: they are found, disabled and erased again, and nobody else', async () => {
  const town = await open();
  const before = await town.db.members.get('reader');
  await runJob(eraseMember, town.db, NOW, 'reader', town.files);
  // The backup brings the person back, and remembers another run of the same work as done.
  if (before !== undefined) await town.db.members.add(before);
  await town.db.jobs.add({
    ...{ _id: 'erase:reader', kind: 'erase', key: 'reader', state: 'done', attempts: 0, cursor: null, lease: null },
    ...{ dueAt: NOW, expiresAt: NOW + DAY_MS, result: 'erased', at: NOW },
  } as never);
  expect(await runJob(replayErasures, town.db, NOW + 1, '1')).toBe('replayed by 1');
  expect(await town.db.members.get('reader')).toMatchObject({ disabled: true });
  expect(await town.db.members.get('neighbour')).toMatchObject({ disabled: false });
  expect(await town.db.jobs.find({ kind: 'erase', state: 'due' }, { limit: 9 })).toMatchObject([{ key: 'reader' }]);
  await runJob(eraseMember, town.db, NOW + 2, 'reader', town.files);
  expect(await town.db.members.get('reader')).toBeUndefined();
});

it('what the timer removes is reported in numbers', async () => {
  const town = await open();
  await town.db.limits.addAll([1, 2, 3].map((n) => ({ _id: `l${n}`, count: n, expiresAt: NOW - 1 })));
  await runJob(retention, town.db, NOW, 'h1');
  await runJob(retention, town.db, NOW, 'h1');
  await runJob(retention, town.db, NOW + 1, 'h2');
  expect(await removedSince(closeAll(town.db), NOW - 1)).toEqual({ limits: 3 });
  expect(await removedSince(closeAll(town.db), NOW)).toEqual({});
});
