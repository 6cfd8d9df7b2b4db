/** Header every write must carry: a page of another origin cannot send it without a preflight, which nobody answers. */
export const CONSOLE_HEADER = 'x-emulator-console';
