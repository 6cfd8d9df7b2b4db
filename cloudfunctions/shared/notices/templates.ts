import { MESSAGE_TEMPLATES } from '../../../contract/deployment';
import type { MessageTemplate } from '../../../contract/shared/notices/constants';
import { templateIdsIn } from './rules/message';

/** Ids of the templates that this deployment has, by name; of those that it has not, no message is sent. */
export const templateIds = (): ReadonlyMap<MessageTemplate, string> =>
  templateIdsIn(process.env[MESSAGE_TEMPLATES] ?? '');
