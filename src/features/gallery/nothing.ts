/** What a control of the gallery does. */
export const nothing = (): void => undefined;
