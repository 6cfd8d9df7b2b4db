export const shelfStatuses = ['want', 'reading', 'finished'] as const;
export type ShelfStatus = (typeof shelfStatuses)[number];
export const shelfStatusNames: Record<ShelfStatus, string> = { want: '想读', reading: '在读', finished: '读完' };

/** Most books on the desk (在读) at a time. */
export const DESK_MAX = 9;
