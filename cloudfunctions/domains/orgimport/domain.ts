import { importJob } from '../../shared/imports/public';
import { orgimportHandlers } from './handlers';
import { orgKind } from './kind';

export const orgimportDomain = { handlers: orgimportHandlers, jobs: { orgimport: importJob(orgKind) } };
