import type { Session } from '@contract/domains/me/actions';
import type { MenuGroup } from '@/routes/declare';
import { declared, routeNames } from '@/routes/table';
import { open } from './nav';
import { holdsRole, isPermitted } from './session/session';

export interface Entry {
  title: string;
  context: string | undefined;
  /** Not for visitors. */
  members?: boolean;
  open: () => void;
}

/** What somebody finds in one group on 我的, in order; nobody in particular finds what needs no permission. */
export function menuOf(group: MenuGroup, session?: Session): Entry[] {
  return routeNames
    .flatMap((name) => {
      const { menu, needs } = declared(name);
      if (menu?.group !== group) return [];
      const needed = menu.needs ?? needs?.permission;
      if (needed && !(needed === 'any role' ? holdsRole(session) : isPermitted(session, needed))) return [];
      return [{ ...menu, name }];
    })
    .sort((one, other) => one.order - other.order)
    .map(({ name, title, context, members = false, with: parameters }) => ({
      title,
      context,
      members,
      open: () => open(name, parameters),
    }));
}
