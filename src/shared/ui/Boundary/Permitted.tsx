import type { ReactNode } from 'react';
import { hasPermission, permissions, type Permission } from '@contract/permissions';
import { roleNames, roles } from '@contract/roles';
import type { Guard } from '@/routes/declare';
import { go } from '@/shared/nav';
import { isPermitted, useSession } from '@/shared/session/session';
import { Button } from '../Button/Button';
import { Empty } from '../Empty/Empty';
import { Page } from '../Page/Page';
import { QueryView } from '../QueryView/QueryView';
import { Skeleton } from '../Skeleton/Skeleton';

const ASK_FOR_IT = '如果这是您的工作，请上级组织的管理员给您加上这个职责。';

/** `支部书记、书记和管理员可以办活动、看报名名单`. */
export function whoMay(permission: Permission): string {
  const names = roles.filter((role) => hasPermission(role, permission)).map((role) => roleNames[role]);
  const last = names.pop() ?? '';
  return `${names.length > 0 ? `${names.join('、')}和` : ''}${last}可以${permissions[permission].name}`;
}

/** A page for those who have a permission. Whoever opens it without, from a link, reads whom it is for and what he can do. */
export function Permitted({ needs, children }: { needs: Guard; children: ReactNode }) {
  const session = useSession();
  if (isPermitted(session.data, needs.permission)) return <>{children}</>;
  return (
    <Page title={needs.title}>
      <QueryView query={session} skeleton={<Skeleton shape="text" count={6} />}>
        {() => (
          <Empty
            title={whoMay(needs.permission)}
            hint={needs.instead ?? ASK_FOR_IT}
            action={
              <Button kind="quiet" onClick={() => go('today')}>
                回到今日
              </Button>
            }
          />
        )}
      </QueryView>
    </Page>
  );
}
