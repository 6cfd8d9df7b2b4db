import { page } from './declare';

/** 我的, and who runs this. */
export const me = {
  me: page('pages/me', { tab: { text: '我的', order: 4 } }),
  rename: page('packages/me/rename'),
  about: page('packages/about/about', {
    menu: { group: 'programme', order: 10, title: '关于', context: '主办单位、备案编号、用到的数据' },
  }),
};
