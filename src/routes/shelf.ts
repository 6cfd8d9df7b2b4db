import { page } from './declare';

/** 书架. */
export const shelf = {
  shelf: page('pages/shelf', { tab: { text: '书架', order: 2 } }),
};
