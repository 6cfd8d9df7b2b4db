import { fileHandlers } from './handlers';

/** Its collection is the mechanism's (`shared/files`). */
export const fileDomain = { handlers: fileHandlers };
