/** The server's clock, epoch milliseconds: the only place it is read. Handlers get it as `context.now`. */
export const clock = (): number => Date.now();
