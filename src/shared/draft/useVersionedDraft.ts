import { sameWords, standingOf } from './standing';
import { useDraft, type Draft } from './useDraft';

/** What is kept of a draft of something that has versions. */
export interface Versioned<T> {
  words: T;
  version: number;
}

export interface VersionedDraft<T> extends Draft<T> {
  /** The version these words began from; what a revision sends. */
  version: number;
  /** Somebody saved a newer version since. The words stay, and the person chooses. */
  behind: boolean;
  /** These words replace the newer version, which has been seen. */
  keepMine: () => void;
}

/**
 * A draft of something that several people may edit. `latest` is what the server has now and `version` its number (0
 * for something new): an untouched form follows it, a touched one notices that it fell behind. A newer version that
 * says what was sent from here, and not answered, is nobody else's.
 */
export function useVersionedDraft<T extends object>(name: string, latest: T, version: number): VersionedDraft<T> {
  const draft = useDraft<Versioned<T>>(name, { words: latest, version });
  const { value, touched, restored } = draft;
  const newer = touched && value.version < version;
  const words = { ...latest, ...value.words };
  const unanswered = draft.unanswered.map((sent) => sent.words);
  const own = newer && unanswered.some((sent) => sameWords(sent, latest));
  return {
    value: words,
    touched,
    restored,
    intention: draft.intention,
    unanswered,
    version: own ? version : value.version,
    behind: newer && !own,
    change: (update) => draft.change((old) => ({ ...old, words: update({ ...latest, ...old.words }) })),
    standing: (stands) => standingOf(words, unanswered, stands),
    keepMine: () => draft.change((old) => ({ ...old, version })),
    discard: draft.discard,
    sent: draft.sent,
  };
}
