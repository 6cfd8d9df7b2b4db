import { page } from './declare';

/** 阅读打卡. */
export const checkin = {
  /** `day` opens that day's record. */
  month: page<{ month?: string; day?: string }>('packages/checkin/month', {
    menu: { group: 'reading', order: 10, title: '阅读记录', context: '按月翻看，可补记' },
    after: ['today'],
    formerly: ['packages/reading/month'],
  }),
};
