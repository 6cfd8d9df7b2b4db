import { readFileSync } from 'node:fs';
import type { Emulator } from '@shuxiang/local-cloudbase';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { Database } from '../../cloudfunctions/schema';
import type { Reply } from '../../contract/errors';
import { config } from '../../contract/config';
import { functionOf } from '../../contract/functions';
import { settleOrg } from '../../cloudfunctions/domains/recommendation/card';
import { closeAll } from '../../cloudfunctions/kernel/others';
import { demoRecommendations } from '../../demo/recommendations';
import { checkBooks } from '../import/books';
import { checkOrgs } from '../../cloudfunctions/domains/orgimport/rules/rows';
import { readTable } from '../import/read';
import type { Checked } from '../../cloudfunctions/shared/sheets/rules/table';
import { addMissing, present, writeOrgs } from '../import/write';
import { writeBooks } from '../import/writeBooks';
import { localDatabase } from '../lib/database';
import { inRoot, personasFile } from '../lib/paths';
import { step } from '../lib/say';
import { type Act, read, signUp } from './acts';
import { auditDocuments } from './audit';
import { type City, eventDocuments, fillerOpenid, memberDocuments, recommendationDocuments } from './documents';
import { dutyDocuments } from './duties';
import { moderationDocuments } from './moderation';
import { invitationDocuments, move, proposalDocuments } from './moving';
import { feedbackDocuments } from './feedback';
import { noticeDocuments } from './notices';
import { rosterDocuments } from './roster';
import { readSeedState, writeSeedState } from './state';

/** Most books that the demo city has; read back in one query. */
const MOST = 1000;

/**
 * Fills a new data folder with the demo city; goes on where an interrupted seeding stopped. A folder that holds data
 * of its own is left alone. `now` is the emulator's clock, epoch milliseconds.
 */
export async function seedIfNew(emulator: Emulator, dataDir: string, now: number): Promise<void> {
  const db = localDatabase(emulator.adminUrl);
  let state = readSeedState(dataDir);
  if (state?.done) return;
  if (!state) {
    const hasOwnData = (await db.orgs.count({})) + (await db.books.count({})) > 0;
    state = { at: now, done: hasOwnData };
    writeSeedState(dataDir, state);
    if (hasOwnData) return;
  }
  const { at } = state;
  await step('准备演示数据：江城市', () => seed(db, actThrough(emulator), at));
  writeSeedState(dataDir, { at, done: true });
}

/** Adds whatever of the demo city is not there yet; doing it again changes nothing. */
export async function seed(db: Database, act: Act, at: number): Promise<void> {
  const rows = await demoOrgs();
  const orgs = await writeOrgs(db, rows, at, false);
  if (!orgs.ok) throw new Error(`demo/orgs.csv: ${JSON.stringify(orgs.problems)}`);
  await writeBooks(db, rowsOf(checkBooks(await readTable(inRoot('demo/books.csv')))), at, false);
  const city: City = {
    orgs: await orgsOf(
      db,
      rows.map(({ id }) => id),
    ),
    books: new Map((await db.books.find({}, { limit: MOST })).map((book) => [book.title, book])),
    at,
  };
  await addMissing(db.members, memberDocuments(city, openidOf));
  const recommendations = recommendationDocuments(city);
  const moderation = moderationDocuments(city, recommendations);
  await addMissing(db.recommendations, [...recommendations, ...moderation.recommendations]);
  await addMissing(db.moderationCases, moderation.cases);
  await addMissing(db.moderationReports, moderation.reports);
  for (const { orgId } of demoRecommendations) await settleOrg(db, closeAll(db), orgId, at);
  await addMissing(db.events, eventDocuments(city));
  await addMissing(db.duties, dutyDocuments(city));
  const { rosters, names } = rosterDocuments(city);
  await addMissing(db.rosters, rosters);
  await addMissing(db.rosterNames, names);
  await addMissing(db.feedback, feedbackDocuments(city));
  await addMissing(db.notices, noticeDocuments(city));
  await addMissing(db.invitations, invitationDocuments(city));
  await addMissing(db.roleterms, proposalDocuments(city, config.secondApproval));
  await addMissing(db.audit, auditDocuments(city));
  await move(act);
  await signUp(act);
  await read(city, act);
}

function rowsOf<T>(checked: Checked<T>): T[] {
  if (checked.ok) return checked.rows;
  throw new Error(`demo data is wrong: ${JSON.stringify(checked.problems)}`);
}

/** The rows of the demo city's list of organisations, parents before children. */
export const demoOrgs = async () => rowsOf(checkOrgs(await readTable(inRoot('demo/orgs.csv'))));

/** Organisations of these ids, in their order. */
export async function orgsOf(db: Database, ids: readonly string[]): Promise<Map<string, OrgDoc>> {
  const found = new Map(
    (await present(db.orgs, ids, ['name', 'kind', 'path', 'parentId', 'joinCode'])).map((org) => [org._id, org]),
  );
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as OrgDoc]] : [])));
}

interface Persona {
  id: string;
  openid: string;
}
const personas = JSON.parse(readFileSync(personasFile, 'utf8')) as Persona[];
const openidOf = (key: string): string => personas.find(({ id }) => id === key)?.openid ?? fillerOpenid(key);

/** Calls the functions as the members would. */
export const actThrough =
  (emulator: Emulator): Act =>
  async (key, action, input) => {
    const { result } = await emulator.invoke(functionOf(action), { action, input }, { openId: openidOf(key) });
    return result as Reply<unknown>;
  };
