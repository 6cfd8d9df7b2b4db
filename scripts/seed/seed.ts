import { readFileSync } from 'node:fs';
import type { Emulator } from '@shuxiang/local-cloudbase';
import type { Database } from '../../cloudfunctions/schema';
import type { Reply } from '../../contract/errors';
import { functionOf } from '../../contract/functions';
import { settleOrg } from '../../cloudfunctions/domains/recommendation/card';
import { closeAll } from '../../cloudfunctions/kernel/others';
import { demoRecommendations } from '../../demo/recommendations';
import { checkBooks } from '../import/books';
import { checkOrgs } from '../import/orgs';
import { readTable } from '../import/read';
import type { Checked } from '../import/table';
import { addMissing, writeOrgs } from '../import/write';
import { writeBooks } from '../import/writeBooks';
import { localDatabase } from '../lib/database';
import { inRoot, personasFile } from '../lib/paths';
import { step } from '../lib/say';
import { type Act, read, signUp } from './acts';
import { type City, eventDocuments, fillerOpenid, memberDocuments, recommendationDocuments } from './documents';
import { readSeedState, writeSeedState } from './state';

/** Most books and organisations that a demo city has; read back in one query each. */
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
  const orgs = await writeOrgs(db, rowsOf(checkOrgs(await readTable(inRoot('demo/orgs.csv')))), at, false);
  if (!orgs.ok) throw new Error(`demo/orgs.csv: ${JSON.stringify(orgs.problems)}`);
  await writeBooks(db, rowsOf(checkBooks(await readTable(inRoot('demo/books.csv')))), at, false);
  const city: City = {
    orgs: new Map((await db.orgs.find({}, { limit: MOST })).map((org) => [org._id, org])),
    books: new Map((await db.books.find({}, { limit: MOST })).map((book) => [book.title, book])),
    at,
  };
  await addMissing(db.members, memberDocuments(city, openidOf));
  await addMissing(db.recommendations, recommendationDocuments(city));
  for (const { orgId } of demoRecommendations) await settleOrg(db, closeAll(db), orgId, at);
  await addMissing(db.events, eventDocuments(city));
  await signUp(act);
  await read(city, act);
}

function rowsOf<T>(checked: Checked<T>): T[] {
  if (checked.ok) return checked.rows;
  throw new Error(`demo data is wrong: ${JSON.stringify(checked.problems)}`);
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
