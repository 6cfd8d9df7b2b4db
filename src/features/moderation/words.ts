import { formTime, instantLabel } from '@contract/day';
import type { CaseCard, CaseDetail, OwnCase } from '@contract/domains/moderation/actions';
import {
  causeNames,
  decisionReasonNames,
  holdReasonNames,
  moderatedKindNames,
  type ModeratedKind,
} from '@contract/domains/moderation/constants';

/** Where it would be read, and by whom. */
export const appearsIn: Record<ModeratedKind, string> = {
  recommendation: '今日、荐书列表和书目页，本组织和下属组织的成员看得到',
  event: '活动列表和活动页，本组织和下属组织的成员看得到',
  invitation: '邀请列表，管理这个组织的人看得到',
  joinAnswer: '给申请人的答复，只有他看得到',
  name: '名单和署名，同组织的人看得到',
  file: '它所属的内容里',
};

/** 荐书 · 首次发布. */
export const kindText = ({ kind, cause }: Pick<CaseCard, 'kind' | 'cause'>): string =>
  `${moderatedKindNames[kind]} · ${causeNames[cause]}`;

/** What the work on it is: whose claim, or the result. */
export function workText({ state, claim, claimUntil }: Pick<CaseCard, 'state' | 'claim' | 'claimUntil'>): string {
  if (state === 'visible') return '已通过';
  if (state === 'rejected') return '不通过';
  if (state === 'overtaken') return '作者改过';
  if (claim === 'mine') return `您认领着，至 ${formTime(claimUntil ?? 0)}`;
  return claim === 'other' ? '别人在看' : '';
}

/** Why a person should look: what readers said, or why it did not pass at once. */
export const whyText = ({ why, reported }: Pick<CaseCard, 'why' | 'reported'>): string =>
  reported.length > 0
    ? `读者说：${reported.map((reason) => decisionReasonNames[reason]).join('、')}`
    : holdReasonNames[why];

type Decision = CaseDetail['decisions'][number];

/** 不通过：广告推销。先改掉电话再发. */
export function decisionText({ verdict, reason, words }: Pick<Decision, 'verdict' | 'reason' | 'words'>): string {
  const named = reason === null || (reason === 'other' && words !== '') ? '' : decisionReasonNames[reason];
  const why = [named, words].filter(Boolean).join('。');
  return `${verdict === 'visible' ? '通过' : '不通过'}${why === '' ? '' : `：${why}`}`;
}

/** 审核员，11月30日 09:12，申诉后. */
export const decidedBy = ({ byMachine, at, onAppeal }: Pick<Decision, 'byMachine' | 'at'> & { onAppeal?: boolean }) =>
  [byMachine ? '微信内容安全自动判定' : '审核员', instantLabel(at), onAppeal && '申诉后'].filter(Boolean).join('，');

/** Why the moderator who looks cannot decide, and who can. */
export const hinderedText: Record<NonNullable<CaseDetail['hindered']>, string> = {
  own: '这是您自己写的，请由别的审核员决定。',
  samePerson: '作者对您先前的决定提出了申诉，要由另一位审核员来看。',
  closed: '这一条已经有了结果。',
};

const isOpen = ({ state }: Pick<OwnCase, 'state'>): boolean => state === 'pending' || state === 'review';

/** How one's own case stands. */
export function ownStateText(one: Pick<OwnCase, 'state' | 'appeal'>): string {
  if (isOpen(one)) return one.appeal === null ? '正在审核' : '申诉正在看';
  if (one.state === 'visible') return '已通过';
  return one.state === 'rejected' ? '没有通过' : '已改过';
}

const meanwhile = ({ cause }: Pick<OwnCase, 'cause'>): string =>
  cause === 'edit' ? '在这之前，大家看到的还是先前的内容。' : '在这之前，别人看不到。';

/** What it means for the author, and what happens next. */
export function ownNextText(one: OwnCase): string {
  const { state, appeal, byPerson, cause } = one;
  if (state === 'overtaken') return '您后来又改过，或别人先改了，这一次不用再审。当时写的还在下面，可以复制。';
  if (state === 'visible') return cause === 'edit' ? '改动已经生效。' : '别人现在看得到了。';
  if (state === 'rejected') {
    if (appeal?.answered) return '申诉后仍没有通过，以这次的结果为准。可以改了再发。';
    return cause === 'edit' ? '大家看到的还是先前的内容。' : '别人看不到。可以改了再发。';
  }
  if (appeal !== null) return `另一位审核员会来看，结果会写在这里。${meanwhile(one)}`;
  return byPerson
    ? `审核员会来看，结果会写在这里。${meanwhile(one)}`
    : `内容安全服务这会儿没有答复，您下次打开小程序时会再查，审核员也可以先看。${meanwhile(one)}`;
}
