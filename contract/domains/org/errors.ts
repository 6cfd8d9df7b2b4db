/** Refusals of this domain, see `contract/errors.ts`. */
export const orgErrors = {
  ORG_CODE_TAKEN: '这个编号已经有组织在用，换一个编号，或留空由系统来编。',
  ORG_BELOW_ITSELF: '不能放到它自己或它的下级之下，请另选一个组织。',
  ORG_IS_ROOT: '最上级组织一直在最上面，不能移动、合并、拆分或归档。',
  ORG_TARGET_GONE: '选中的组织已并入别处，请另选一个。',
  ORG_TOO_DEEP: '组织最多 12 级，请放到更上面一级。',
  ORG_UNDO_LATE: '已过了一天，不能撤销了；可以再改一次。',
} as const;
