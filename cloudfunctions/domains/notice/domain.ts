import { noticeHandlers } from './handlers';
import { noticeJobs } from './jobs';

export const noticeDomain = { handlers: noticeHandlers, jobs: noticeJobs };
