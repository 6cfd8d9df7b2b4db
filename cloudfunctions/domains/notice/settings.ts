import type { MessageSettings } from '../../../contract/domains/notice/actions';
import { CONSENTS_MAX, noticeKinds } from '../../../contract/shared/notices/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { config } from '../../../contract/config';
import type { NoticeDatabase } from '../../shared/notices/collections';
import { wants } from '../../shared/notices/rules/sending';
import type { ConsentsDoc } from '../../shared/notices/shape';
import { changeConsents, consentsOf } from '../../shared/notices/store';
import { templateIds, timerAble } from '../../shared/notices/public';

type Context = MemberContext<NoticeDatabase>;

const view = (said: ConsentsDoc, timer: boolean | null): MessageSettings => ({
  on: Object.fromEntries(noticeKinds.map((kind) => [kind, wants(said, kind)])),
  perWeek: Math.min(said.perWeek, config.messages.perWeek),
  quiet: said.quiet,
  templates: [...templateIds()].map(([template, id]) => ({ template, id, left: said.left[template] ?? 0 })),
  timer,
});

/** Two round trips besides the identity's, both at once. */
export async function settingsOf({ db, viewer }: Context): Promise<MessageSettings> {
  const [said, timer] = await Promise.all([consentsOf(db, [viewer._id]), timerAble(db)]);
  return view(said.get(viewer._id) as ConsentsDoc, timer);
}

export async function change(
  { commandId, kind, perWeek, quiet }: ActionParsed<'notice.set'>,
  { db, viewer }: Context,
): Promise<MessageSettings> {
  const set = {
    ...(kind === undefined ? {} : { [`on.${kind.kind}` as const]: kind.on }),
    ...(perWeek === undefined ? {} : { perWeek }),
    ...(quiet === undefined ? {} : { quiet }),
  };
  const [said, timer] = await Promise.all([changeConsents(db, viewer._id, commandId, { set }), timerAble(db)]);
  return view(said, timer);
}

/** Adds one to each template agreed to, up to `CONSENTS_MAX`: whoever says so without WeChat only fails himself (43101). */
export async function grant(
  { commandId, accepted }: ActionParsed<'notice.consent'>,
  { db, viewer }: Context,
): Promise<MessageSettings> {
  const [before, timer] = await Promise.all([consentsOf(db, [viewer._id]), timerAble(db)]);
  const left = before.get(viewer._id)?.left ?? {};
  const more = [...new Set(accepted)].filter((template) => (left[template] ?? 0) < CONSENTS_MAX);
  const inc = Object.fromEntries(more.map((template) => [`left.${template}`, 1]));
  return view(await changeConsents(db, viewer._id, commandId, { inc }), timer);
}
