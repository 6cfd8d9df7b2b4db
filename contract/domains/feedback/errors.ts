export const feedbackErrors = {
  TICKET_GONE: '没有找到这一条。它可能是用另一个微信提交的，或者保存期已过。',
  TICKET_FULL: '这一条来回已经很多了。还有话说，请另提交一条，写上原来的编号。',
  REPLY_STANDS: '这条答复已经不能撤回：过了十分钟，或者对方已经看到并接着说了。',
} as const;
