const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new command's id: 22 letters and digits. It needs to be unlikely to repeat, not hard to guess. */
export const newCommandId = (): string =>
  Array.from({ length: 22 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('');
