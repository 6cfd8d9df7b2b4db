/** Refusals of this domain, see `contract/errors.ts`. */
export const invitationErrors = {
  INVITATION_EXPIRED: '这个邀请已经过期。请向支部书记要一个新的。',
  INVITATION_REVOKED: '这个邀请已经停用。请向支部书记要一个新的。',
  INVITATION_FULL: '这个邀请的名额已经用完。请告诉支部书记，可以增加名额或再发一个。',
  INVITATION_OWN: '这是您自己发出的邀请。职责要由别人授予，请另一位有权的人来办。',
  JOIN_ORG_CLOSED: '这个组织已撤销或并入别的组织，不再接收成员。请向上级组织要新的邀请。',
  JOIN_DECLINED: '支部没有同意这次申请。有疑问可以直接联系支部书记。',
  JOIN_NAMESAKE: '名单上有同名的人，要多问您一句。请更新小程序后再加入，或联系支部书记。',
  JOIN_WAITING: '申请已交给支部，同意后就能使用。请更新小程序，在“我的”里看进展。',
  JOIN_HELD_BACK: '这一小时里填错的邀请码太多。请核对后过一小时再填，或直接点开邀请链接。',
  CODE_PICTURE_UNAVAILABLE: '微信暂时生成不了小程序码。请先复制链接或邀请码，稍后再试。',
} as const;
