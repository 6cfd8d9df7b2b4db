/** Ink tones of the typographic covers, chosen by category. */
export const tones = ['ink', 'bamboo', 'river', 'clay', 'plum', 'ochre'] as const;
export type Tone = (typeof tones)[number];
