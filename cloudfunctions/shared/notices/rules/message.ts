import { config } from '../../../../contract/config';
import { instantLabel } from '../../../../contract/day';
import { beginningOf } from '../../../../contract/graphemes';
import { messageTemplates, type MessageTemplate } from '../../../../contract/shared/notices/constants';
import type { NoticeDoc } from '../shape';

/** Characters that a field of the type `thing` takes; WeChat refuses a message with more, however they are counted. */
const THING_MAX = 20;

/** A text in one field: on one line, cut between characters where it is too long. */
export function fieldOf(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (line.length <= THING_MAX) return line;
  let count = THING_MAX - 1;
  while (count > 0 && beginningOf(line, count).length >= THING_MAX) count -= 1;
  return `${beginningOf(line, count)}…`;
}

/** What a message says of one notice, or of how many; by the template's own keys. The latest one comes last. */
export function messageData(
  template: MessageTemplate,
  notices: readonly Pick<NoticeDoc, 'data' | 'at'>[],
): Record<string, { value: string }> | undefined {
  const last = notices[notices.length - 1];
  if (last === undefined) return undefined;
  const { title, text, time } = config.messages.templates[template].fields;
  const several = notices.length > 1;
  return {
    [title]: { value: fieldOf(several ? `您有 ${notices.length} 条通知` : last.data.title) },
    [text]: { value: fieldOf(several ? `最近一条：${last.data.title}` : last.data.text) },
    [time]: { value: instantLabel(last.at) },
  };
}

/** The deployer's ids of templates, `event:ID,reply:ID`, by their names; what is not written so is left out. */
export function templateIdsIn(setting: string): ReadonlyMap<MessageTemplate, string> {
  const found = new Map<MessageTemplate, string>();
  for (const part of setting.split(',')) {
    const [, name, id] = /^\s*([a-z]+):([\w-]{1,128})\s*$/.exec(part) ?? [];
    const template = messageTemplates.find((one) => one === name);
    if (template !== undefined && id !== undefined) found.set(template, id);
  }
  return found;
}
