import type { Held } from '@contract/shared/moderation';

interface HeldWords {
  /** One state, for a list or a line of facts. */
  state: string;
  /** What it means, and what happens next. */
  means: string;
  /** What the snackbar says after sending, in place of success. */
  said: string;
}

const table: Record<Held['of'], Record<Held['state'], HeldWords>> = {
  publication: {
    waiting: {
      state: '正在审核',
      means: '正在审核，别人还看不到。通过后自动发布，不用再做什么。',
      said: '已提交，正在审核。通过后别人才能看到',
    },
    rejected: {
      state: '没有通过审核',
      means: '没有通过审核，别人看不到。可以看理由、申诉，也可以改了再发。',
      said: '没有通过审核，别人看不到。理由在这一页',
    },
  },
  edit: {
    waiting: {
      state: '改动在审核',
      means: '改动正在审核，先前的内容仍然在，大家看到的是它。',
      said: '改动已提交，正在审核。先前的内容仍然在',
    },
    rejected: {
      state: '改动没有通过',
      means: '改动没有通过审核，大家看到的还是先前的内容。可以看理由、申诉，也可以重新改。',
      said: '改动没有通过审核，先前的内容仍然在',
    },
  },
};

/** How words that others do not see yet are spoken of to whoever may edit the thing. */
export const heldWords = ({ of, state }: Held): HeldWords => table[of][state];
