import { auditHandlers } from './handlers';

export const auditDomain = { handlers: auditHandlers };
