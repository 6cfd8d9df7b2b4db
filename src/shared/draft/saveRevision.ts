import type { Versioned, VersionedDraft } from './useVersionedDraft';

/**
 * Sends a revision and sees which words its reply shows to stand. Where an earlier sending had been saved although its
 * reply was lost, these words go on top of it. `behind`: somebody has changed it since, and the newer version is to be
 * seen first. `undefined`: refused.
 */
export async function saveRevision<T, R>(
  draft: Pick<VersionedDraft<T>, 'version' | 'standing'>,
  send: (version: number) => Promise<R | undefined>,
  read: (reply: R) => Versioned<T>,
): Promise<R | 'behind' | undefined> {
  const reply = await send(draft.version);
  if (reply === undefined) return undefined;
  const { words, version } = read(reply);
  const standing = draft.standing(words);
  if (standing === 'other') return 'behind';
  return standing === 'earlier' ? send(version) : reply;
}
