import { config } from '../../../contract/config';
import { NOTICE_PAGE, type MessageTemplate } from '../../../contract/shared/notices/constants';
import { HOUR_MS } from '../../../contract/durations';
import { sendMessage, type Sent } from '../../kernel/memberMessages';
import type { Others } from '../../kernel/others';
import type { NoticeDatabase } from './collections';
import { messageData } from './rules/message';
import { planFor } from './rules/sending';
import type { ConsentsDoc, NoticeDoc, Sender } from './shape';
import { claimMessage, consentsOf, giveBack, noConsentLeft, setMessages, takeConsent, type Taken } from './store';
import { templateIds } from './templates';

/** After a failure that may pass, the timer tries again as soon as this. */
const AGAIN_MS = HOUR_MS;

/** Attempts at one consent; each that fails has lost to another change of the same person's. */
const ATTEMPTS = 5;

const idsOf = (notices: readonly NoticeDoc[]) => notices.map(({ _id }) => _id);

/** What messages are sent with: the mechanism's own collections, the members' (for the kernel), and WeChat. */
export interface Post extends Sender {
  readonly db: NoticeDatabase;
  readonly others: Others;
}

/** What came of the due notices of one member. */
export type Delivery = Sent | 'later' | 'none' | 'taken';

interface Message {
  memberId: string;
  template: MessageTemplate;
  templateId: string;
  notices: NoticeDoc[];
}

/** Sends one message for which a consent was taken, and settles what WeChat says. */
async function settle({ db, others, callWechat }: Post, message: Message, taken: Taken): Promise<Sent> {
  const { memberId, template, templateId, notices } = message;
  const last = notices[notices.length - 1];
  const page = notices.length > 1 ? NOTICE_PAGE : `${NOTICE_PAGE}?id=${last?._id ?? ''}`;
  const sent = await sendMessage(others, callWechat, memberId, {
    templateId,
    data: messageData(template, notices) ?? {},
    page,
  });
  const ids = idsOf(notices);
  // Without an answer it may have come: it is not sent again, and what it took stays taken.
  if (sent === 'sent' || sent === 'unknown') await setMessages(db, ids, 'sent');
  else if (sent === 'refused') {
    await Promise.all([noConsentLeft(db, taken), setMessages(db, ids, 'none')]);
  } else {
    await Promise.all([giveBack(db, taken), setMessages(db, ids, 'due', taken.at + AGAIN_MS)]);
  }
  return sent;
}

/**
 * Sends what is due to one member in at most one message. Of two who do so at once, one sends; and whoever breaks off
 * loses the message, never sends it twice. Up to six round trips and WeChat's answer.
 */
async function deliver(
  post: Post,
  { consents, due, now }: { consents: ConsentsDoc; due: readonly NoticeDoc[]; now: number },
  attempts = ATTEMPTS,
): Promise<Delivery> {
  const { db } = post;
  const templates = templateIds();
  const plan = planFor(consents, due, new Set(templates.keys()), now);
  const memberId = consents._id;
  if (plan.how === 'none') {
    await setMessages(db, idsOf(due), 'none');
    return 'none';
  }
  const left = due.filter((one) => !plan.notices.includes(one));
  if (plan.how === 'later') {
    await Promise.all([setMessages(db, idsOf(plan.notices), 'due', plan.at), setMessages(db, idsOf(left), 'none')]);
    return 'later';
  }
  const claimed = await Promise.all(plan.notices.map(({ _id }) => claimMessage(db, _id)));
  const notices = plan.notices.filter((_, at) => claimed[at]);
  if (notices.length === 0) return 'taken';
  const taken = { memberId, template: plan.template, at: now, about: notices[0]?._id ?? '' };
  if (!(await takeConsent(db, consents, taken, config.messages.perWeek))) {
    await setMessages(db, idsOf(notices), 'due');
    // Another message of his was faster, or he has just said something else.
    const changed = attempts > 1 ? (await consentsOf(db, [memberId])).get(memberId) : undefined;
    return changed === undefined ? 'taken' : deliver(post, { consents: changed, due, now }, attempts - 1);
  }
  await setMessages(db, idsOf(left), 'none');
  const templateId = templates.get(plan.template) ?? '';
  return settle(post, { memberId, template: plan.template, templateId, notices }, taken);
}

/** The due notices of each member, in the order of their time. */
export const byMember = (due: readonly NoticeDoc[]): Map<string, NoticeDoc[]> => {
  const found = new Map<string, NoticeDoc[]>();
  for (const one of [...due].sort((a, b) => a.at - b.at)) found.set(one.to, [...(found.get(one.to) ?? []), one]);
  return found;
};

/** Sends what is due to several members, one message each at most; what came of each. One round trip more than `deliver`. */
export async function deliverAll(post: Post, due: readonly NoticeDoc[], now: number): Promise<Delivery[]> {
  if (due.length === 0) return [];
  const members = byMember(due);
  const consents = await consentsOf(post.db, [...members.keys()]);
  return Promise.all(
    [...members].map(async ([memberId, notices]) => {
      const said = consents.get(memberId);
      return said === undefined ? 'none' : deliver(post, { consents: said, due: notices, now });
    }),
  );
}
