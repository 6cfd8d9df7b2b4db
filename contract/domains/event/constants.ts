/** Longest description, in characters. */
export const ABOUT_MAX = 1000;
export const CAPACITY_MAX = 1000;

export const eventKinds = ['recitation', 'readingClub', 'lecture'] as const;
export type EventKind = (typeof eventKinds)[number];
export const eventKindNames: Record<EventKind, string> = { recitation: '诵读', readingClub: '共读', lecture: '讲座' };
