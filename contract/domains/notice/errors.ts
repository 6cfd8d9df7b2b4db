export const noticeErrors = {
  NOTICE_GONE: '这条通知已经不在了。通知保留半年。',
} as const;
