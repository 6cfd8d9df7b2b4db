import { holdersOn } from '../../../cloudfunctions/kernel/memberGrants';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { person } from '../../support/domains';
import { openCity } from './town';

it('knows everybody who holds something on an org, however many they are', async () => {
  const MANY = 1203;
  const town = await openCity();
  await town.db.members.addAll(
    Array.from({ length: MANY }, (_, at) => person(`x${at}`, 'west', [{ role: 'lecturer', orgId: 'west' }])),
  );
  const holders = await holdersOn(closeAll(town.db), ['west']);
  expect(new Set(holders.map(({ _id }) => _id)).size).toBe(MANY + 1);
});
