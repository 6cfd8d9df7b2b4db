import { page } from './declare';

/** 活动. */
export const event = {
  events: page<{ which?: 'open' | 'mine' | 'managed' }>('pages/events', {
    tab: { text: '活动', order: 3 },
    menu: {
      ...{ group: 'manage', order: 20, title: '我管理的活动', context: '名单与修改' },
      with: { which: 'managed' },
      needs: 'event:manage',
    },
  }),
  eventDetail: page<{ id: string }>('packages/event/detail', {
    notices: ['eventSeat', 'eventChanged', 'eventCancelled'],
    after: ['events'],
  }),
  /** Plan one; `id` to change one. */
  eventEdit: page<{ id?: string }>('packages/organise/event/edit', {
    needs: { permission: 'event:manage', title: '发布活动', instead: '想办一场活动，可以先和支部书记说说。' },
    menu: { group: 'begin', order: 20, title: '发布活动' },
    after: ['me'],
    formerly: ['packages/event/edit'],
  }),
  roster: page<{ id: string }>('packages/organise/event/roster', {
    needs: { permission: 'event:manage', title: '报名名单', instead: '自己报没报上名，在“活动”的“我的”里看得到。' },
    formerly: ['packages/event/roster'],
  }),
};
