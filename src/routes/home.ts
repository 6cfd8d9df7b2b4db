import { page } from './declare';

/** 今日. */
export const home = {
  today: page('pages/today', { tab: { text: '今日', order: 1 } }),
};
