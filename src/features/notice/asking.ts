import type { MessageSettings } from '@contract/domains/notice/actions';
import type { MessageTemplate } from '@contract/shared/notices/constants';

/** Most templates in one question of WeChat's. */
const ASKED_AT_ONCE = 3;

/** Which templates to ask for next: those with the fewest consents left. */
export const toAsk = (templates: MessageSettings['templates']): MessageSettings['templates'] =>
  [...templates].sort((one, other) => one.left - other.left).slice(0, ASKED_AT_ONCE);

/** Those that WeChat says were agreed to. */
export const acceptedOf = (
  asked: MessageSettings['templates'],
  answers: Readonly<Record<string, unknown>>,
): MessageTemplate[] => asked.filter(({ id }) => answers[id] === 'accept').map(({ template }) => template);
