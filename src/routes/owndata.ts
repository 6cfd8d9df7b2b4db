import { page } from './declare';

/** 我的数据. */
export const owndata = {
  ownData: page('packages/me/data', {
    menu: { group: 'programme', order: 9, title: '我的数据', context: '存了什么、带走、注销', members: true },
  }),
  erase: page('packages/me/erase'),
};
