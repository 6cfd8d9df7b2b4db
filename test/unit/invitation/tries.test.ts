import { CITY_WRONG_MAX, WRONG_MAX } from '../../../contract/domains/invitation/constants';
import { countersOf, isHeldBack } from '../../../cloudfunctions/domains/invitation/rules/tries';
import { NOW, openDoor, wordOf } from './town';

const busy = async (city: number) => {
  const door = await openDoor();
  await door.db.joinTries.add({ _id: countersOf('', NOW).city, count: city, expiresAt: NOW + 1 });
  return door;
};

it('somebody is held back only when the city is and he has mistyped several times himself', () => {
  const counters = countersOf('k1', NOW);
  const held = (city: number, own: number) =>
    isHeldBack(
      [
        { _id: counters.city, count: city, expiresAt: 0 },
        { _id: counters.own, count: own, expiresAt: 0 },
      ],
      counters,
    );
  expect(held(CITY_WRONG_MAX, WRONG_MAX)).toBe(true);
  expect(held(CITY_WRONG_MAX - 1, 10)).toBe(false);
  expect(held(CITY_WRONG_MAX + 1000, WRONG_MAX - 1)).toBe(false);
  expect(isHeldBack([], counters)).toBe(false);
});

it('while many guess, a guesser is stopped after a few and whoever has the right code comes in', async () => {
  const { accept, invite } = await busy(CITY_WRONG_MAX);
  const { code } = await invite();
  for (let at = 0; at < WRONG_MAX; at += 1)
    expect(wordOf(await accept('eve', `GUESSGUESS${at}`))).toBe('JOIN_CODE_UNKNOWN');
  // Also the right one: else guessing went on.
  expect(wordOf(await accept('eve', code))).toBe('JOIN_HELD_BACK');
  expect(wordOf(await accept('ann', 'MISTYPED22'))).toBe('JOIN_CODE_UNKNOWN');
  expect(wordOf(await accept('ann', code))).toBe('joined');
});

it('wrong codes of previews and joinings are counted together, right ones never, and the next hour begins anew', async () => {
  const { accept, invite, call, platform, db } = await busy(CITY_WRONG_MAX - 1);
  const { code } = await invite();
  await call('ann', 'invitation.preview', { code });
  await call('eve', 'invitation.preview', { code: 'GUESSGUESS' });
  await accept('eve', 'GUESSGUESS');
  await accept('eve', 'GUESSGUESS');
  expect(await db.joinTries.get(countersOf('', NOW).city)).toMatchObject({ count: CITY_WRONG_MAX + 2 });
  expect(await call('eve', 'invitation.preview', { code })).toMatchObject({ code: 'JOIN_HELD_BACK' });
  platform.time = NOW + 3_600_000;
  expect(await call('eve', 'invitation.preview', { code })).toMatchObject({ ok: true });
});
