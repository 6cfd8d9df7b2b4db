/** Refusals of this domain, see `contract/errors.ts`. */
export const transferErrors = {
  TRANSFER_GONE: '没有找到这份转接。办结半年后，记录会自动删除。',
  TRANSFER_OPEN: '已经有一份转接在等答复。想换一个去处，请先撤回那一份。',
  TRANSFER_THERE: '已经是这个组织的成员，无需再转入。',
  TRANSFER_NOT_THERE: '已经不在这个组织里了，请刷新看看现在的组织。',
  TRANSFER_TARGET: '这个组织现在不接收成员，可能已归档。请另选一个去处。',
  TRANSFER_CLOSED: '这份转接已经有了结果，请刷新看看。',
  TRANSFER_EXPIRED: '这份转接等了三十天，已自动作废，没有做任何变动。需要时请再提一次。',
  TRANSFER_LATE: '已经超过一天，不能撤销了。需要时请重新转接。',
  TRANSFER_MOVED: '本人已经又有变动，没有撤销。',
  TRANSFER_DISABLED: '这位成员的账号已停用，暂不能转接。',
  TRANSFER_ROLE: '这位成员在这里的职责不由您收回。请先由上级收回或由本人交接，再转出。',
  TRANSFER_NOBODY: '所选的人都已不在这个组织里，没有可以转出的人。',
} as const;
