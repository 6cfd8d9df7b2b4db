import type { DemoMember } from './members';
import { nameOf } from './names';

/** An organisation in which people live. */
interface Home {
  _id: string;
  kind: string;
}

/** Kinds that have a secretary of their own above the branches. */
const headed: readonly string[] = ['district', 'university', 'enterprise', 'office', 'generalBranch'];

/** People of a branch besides those whom the demo city names: five to eight. */
const peopleOf = (index: number): number => 5 + (index % 4);

/**
 * People who fill the demo city: a few in every branch, the first of them its secretary where nobody is named, and a
 * secretary for what stands above branches. `taken` are organisations that have one already. The names are made up.
 */
export function neighbours(orgs: readonly Home[], taken: ReadonlySet<string>): DemoMember[] {
  const found: DemoMember[] = [];
  const settle = (orgId: string, grants: DemoMember['grants'] = []): void => {
    const key = `neighbour-${String(found.length + 1).padStart(3, '0')}`;
    found.push({ key, name: nameOf(found.length), orgs: [orgId], grants });
  };
  orgs.forEach(({ _id, kind }, index) => {
    if (headed.includes(kind) && !taken.has(_id)) settle(_id, [{ role: 'orgAdmin', orgId: _id }]);
    if (kind !== 'branch') return;
    for (let person = 0; person < peopleOf(index); person += 1) {
      const leads = person === 0 && !taken.has(_id);
      settle(_id, leads ? [{ role: 'branchSecretary', orgId: _id }] : []);
    }
  });
  return found;
}
