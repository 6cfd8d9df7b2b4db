import { meHandlers } from './handlers';

export const meDomain = { handlers: meHandlers };
