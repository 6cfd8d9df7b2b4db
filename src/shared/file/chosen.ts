/** A file that somebody chose; its content is fetched piece by piece. */
export interface ChosenFile {
  name: string;
  /** Bytes. */
  size: number;
  /** So many bytes from a place, as base64. */
  part: (from: number, length: number) => Promise<string>;
}

/** Kinds of files, by the ends of their names. */
export interface Wanted {
  extensions: readonly string[];
}

/** A file that came from the server. */
export interface SavedFile {
  fileName: string;
  base64: string;
}
