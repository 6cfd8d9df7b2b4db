import Taro from '@tarojs/taro';
import { keep } from './storage';
import type { Versioned, VersionedDraft } from './useVersionedDraft';

interface Offer<T> {
  /** What was published, such as 活动. */
  thing: string;
  /** What can no longer be changed although it was, and what to do; empty when there is no such thing. */
  fixed: string;
  /** The name of the draft of its revision. */
  name: string;
  stands: Versioned<T>;
}

/**
 * What was sent earlier stands although its reply was lost, and the words were changed since. Says so, and offers to
 * bring them to its revision; true when they are there.
 */
export async function offerRevision<T>(
  draft: Pick<VersionedDraft<T>, 'value' | 'standing'>,
  { thing, fixed, name, stands }: Offer<T>,
): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: `${thing}上次已经发布`,
    content: `没有等到回应的那一次其实成功了。后来改的还没有保存，要带过去核对吗？${fixed}`,
    confirmText: '去核对',
    cancelText: '不用了',
  });
  // What somebody else made of it since is to be seen before it is replaced.
  const seen = draft.standing(stands.words) === 'other' ? stands.version - 1 : stands.version;
  if (confirm) keep(name, { words: draft.value, version: seen } satisfies Versioned<T>);
  return confirm;
}
