/** What a list can be had as. The file of one's own data is a `zip` with all of it. */
export const exportFormats = ['xlsx', 'csv', 'json', 'html', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** What somebody may choose for a list. */
export const listFormats = ['xlsx', 'csv'] as const;
export const formatNames: Record<ExportFormat, string> = {
  xlsx: 'Excel 工作簿',
  csv: 'CSV',
  json: 'JSON',
  html: '网页',
  zip: '压缩包',
};

export const exportStates = ['making', 'ready', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** How long a file that was asked for is kept, and how long an address for fetching it is good for, seconds. */
export const EXPORT_SECONDS = 86_400;
export const EXPORT_LINK_SECONDS = 300;
/** Rows of one file; more is asked for by parts. */
export const EXPORT_ROWS_MAX = 50_000;
