import { page } from './declare';

const sees = {
  permission: 'role:see',
  title: '职责',
  instead: '自己有哪些职责、能做什么，在“我的”里看得到。',
} as const;
const grants = {
  permission: 'role:grant',
  title: '授予职责',
  instead: '需要一项职责时，请联系上级组织的管理员。',
} as const;

/** 职责. */
export const role = {
  roles: page<{ orgId?: string; name?: string }>('packages/manage/role/org', {
    needs: sees,
    menu: { group: 'people', order: 30, title: '职责', context: '谁担任什么、能做什么' },
  }),
  roleGrant: page<{ orgId: string }>('packages/manage/role/grant', { needs: grants }),
  rolePerson: page<{ orgId: string; memberId: string }>('packages/manage/role/person', {
    needs: { ...sees, title: '此人能做什么' },
  }),
  roleWho: page<{ orgId: string; name?: string; permission?: string }>('packages/manage/role/who', {
    needs: { ...sees, title: '谁能看到、谁能做' },
  }),
  handover: page<{ orgId: string; memberId: string }>('packages/manage/role/handover', {
    needs: { ...sees, title: '交接' },
  }),
  /** `id`: of the proposal that somebody comes for. */
  roleWaiting: page<{ id?: string }>('packages/manage/role/waiting', {
    needs: { ...grants, title: '待同意的职责' },
    waiting: ['role.proposed'],
  }),
  myRoles: page('packages/me/role', {
    notices: ['roleChanged'],
    menu: { group: 'people', order: 35, title: '我的职责', context: '我的任期、我能做什么', needs: 'any role' },
  }),
  claim: page('packages/me/claim'),
};
