import { homeHandlers } from './handlers';

export const homeDomain = { handlers: homeHandlers };
