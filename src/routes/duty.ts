import { page } from './declare';

/** 领导小组与职务. */
export const duty = {
  /** `id`: of a duty that is there; `of`: for whom somebody is to stand in; else a new one of `orgId`. */
  dutyEdit: page<{ orgId?: string; id?: string; of?: string; group?: string; kind?: string }>(
    'packages/manage/duty/edit',
    {
      needs: {
        permission: 'duty:manage',
        title: '职务',
        instead: '自己所在组织的领导小组和职务，在“我的”里点开组织就看得到。',
      },
    },
  ),
};
