import { useDraft, type Draft } from './useDraft';

interface Versioned<T> {
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
 * for something new): an untouched form follows it, a touched one notices that it fell behind.
 */
export function useVersionedDraft<T extends object>(name: string, latest: T, version: number): VersionedDraft<T> {
  const draft = useDraft<Versioned<T>>(name, { words: latest, version });
  const { value, touched, restored } = draft;
  return {
    value: { ...latest, ...value.words },
    touched,
    restored,
    version: value.version,
    behind: touched && value.version < version,
    change: (update) => draft.change((old) => ({ ...old, words: update({ ...latest, ...old.words }) })),
    keepMine: () => draft.change((old) => ({ ...old, version })),
    discard: draft.discard,
    sent: draft.sent,
  };
}
