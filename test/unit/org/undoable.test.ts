import { command, openTown, person } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);

/** Whom 最近改动, asked at `east` or at its branch, offers to take back a change of the branch. */
it('who may take a change back is who runs what stands above, wherever he looks', async () => {
  const town = await openTown(NOW, {}, [
    person('branchHead', 'eastBranch', [{ role: 'orgAdmin', orgId: 'eastBranch' }]),
  ]);
  await town.done('head', 'org.rename', { commandId: command(1), orgId: 'eastBranch', name: '东支部' });
  const offered = async (who: string, orgId: string): Promise<boolean> => {
    const { items } = await town.done(who, 'org.changes', { orgId });
    expect(items).toHaveLength(1);
    return items[0]?.undoUntil !== null;
  };
  expect(await offered('head', 'east')).toBe(true);
  expect(await offered('head', 'eastBranch')).toBe(true);
  expect(await offered('branchHead', 'eastBranch')).toBe(false);
});
