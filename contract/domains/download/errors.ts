/** Refusals of this domain, see `contract/errors.ts`. */
export const downloadErrors = {
  DOWNLOAD_GONE: '这个文件已经过期删除。需要时请重新导出。',
  DOWNLOAD_MAKING: '文件还在生成，请稍等一会儿再打开。',
  DOWNLOAD_RIGHTS: '您现在的权限与导出时不同，这个文件不能再打开。请重新导出。',
} as const;
