import { dayOf, type Day } from '@contract/day';
import type { Session } from '@contract/domains/me/actions';
import { roleNames } from '@contract/roles';
import { dayText } from '@/shared/dayText';

type Held = Session['roles'][number];

/** An org with what somebody is there. */
export interface Place {
  org: Session['orgs'][number];
  /** He is one of its members, and does not only hold something there. */
  belongs: boolean;
  roles: Held[];
}

/** How many orgs are shown of many. */
export const FIRST = 3;

/** Every org where somebody belongs or holds a role, once: those where he is a member first. */
export function placesOf({ orgs, roles }: Pick<Session, 'orgs' | 'roles'>): Place[] {
  const places = new Map<string, Place>(orgs.map((org) => [org.id, { org, belongs: true, roles: [] }]));
  for (const held of roles) {
    const place = places.get(held.org.id) ?? { org: held.org, belongs: false, roles: [] };
    place.roles.push(held);
    places.set(held.org.id, place);
  }
  return [...places.values()];
}

function roleText({ role, until, inPlaceOf }: Held, today: Day): string {
  const what = inPlaceOf === undefined ? roleNames[role] : `代${inPlaceOf}任${roleNames[role]}`;
  // The last day on which it counts, as people say it.
  return until === undefined ? what : `${what}，至${dayText(dayOf(until - 1), today)}`;
}

/** `支部书记` or `成员 · 代周予安任支部书记，至12月6日`. */
export const placeText = ({ belongs, roles }: Place, today: Day): string =>
  [
    belongs && roles.every(({ inPlaceOf }) => inPlaceOf !== undefined) && '成员',
    ...roles.map((one) => roleText(one, today)),
  ]
    .filter(Boolean)
    .join(' · ');
