import { startOfDay } from '../../../contract/day';
import { acrossMidnight, RETRY_WINDOW_MS } from '../../../cloudfunctions/domains/checkin/rules/checkin';
import { catalogue, command, openTown } from '../../support/domains';

const MIDNIGHT = startOfDay('20261124');
const books = catalogue(1);
const bookId = books[0]?._id ?? '';

const open = async (now: number, counted: string[] = []) => {
  const town = await openTown(now, { before: (call) => void counted.push(call) });
  await town.db.books.addAll(books);
  counted.length = 0;
  return town;
};
const tap = (elapsedMs: number) => ({ commandId: command(1), bookId, when: { kind: 'tap' as const, elapsedMs } });

describe('a tap just before midnight whose reply was lost', () => {
  it('stays on its day and is recorded once when the network is faster the second time', async () => {
    // The first sending took four seconds, which the phone cannot see; the tap seems to be of the next day.
    const town = await open(MIDNIGHT + 1000);
    const first = await town.call('reader', 'checkin.submit', tap(0));
    town.clock.now = MIDNIGHT + 4000;
    const second = await town.call('reader', 'checkin.submit', tap(6000));
    expect(second).toEqual(first);
    const records = await town.db.checkins.find({ memberId: 'reader' }, { sort: [['_id', 1]], limit: 10 });
    expect(records.map(({ day }) => day)).toEqual(['20261124']);
  });

  it('costs nothing more at any other time of the day', async () => {
    const counted: string[] = [];
    const town = await open(MIDNIGHT + RETRY_WINDOW_MS, counted);
    await town.call('reader', 'checkin.submit', tap(0));
    expect(counted.filter((call) => call.startsWith('checkins.'))).toEqual(['checkins.add']);
  });
});

describe('the day on the other side of midnight', () => {
  it.each([
    ['just before', MIDNIGHT - 1, '20261124'],
    ['just after', MIDNIGHT, '20261123'],
    ['at the edge before', MIDNIGHT - RETRY_WINDOW_MS, '20261124'],
    ['beyond the edge before', MIDNIGHT - RETRY_WINDOW_MS - 1, undefined],
    ['at the edge after', MIDNIGHT + RETRY_WINDOW_MS - 1, '20261123'],
    ['beyond the edge after', MIDNIGHT + RETRY_WINDOW_MS, undefined],
  ])('is looked at %s', (_name, now, day) => {
    expect(acrossMidnight({ kind: 'tap', elapsedMs: 0 }, now)).toBe(day);
  });

  it('is not looked at when the reader names the day', () => {
    expect(acrossMidnight({ kind: 'day', day: '20261123' }, MIDNIGHT)).toBeUndefined();
  });
});
