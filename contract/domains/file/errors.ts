/** Refusals of this domain, see `contract/errors.ts`. */
export const fileErrors = {
  FILE_KIND: '这里收不了这种文件。请换一个。',
  FILE_TOO_LARGE: '文件太大了。请换一个小些的。',
  FILE_MISSING: '文件没有传完。请再传一次。',
  FILE_EXPIRED: '等得太久，这次上传已经作废。请再传一次。',
  FILE_BROKEN: '文件打不开，可能已损坏，或内容与类型不符。请换一个。',
  FILE_GONE: '文件已经不在了，请重新添加。',
} as const;
