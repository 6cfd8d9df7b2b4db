/** A file on its way to the one path that its ticket names. */
export interface Sending {
  /** Fulfilled when it is there; rejected where it did not get there, or was cancelled. */
  done: Promise<void>;
  cancel: () => void;
}

/** A file of this phone or computer; `path` is where WeChat put it, `bytes` what a browser reads. */
export interface LocalFile {
  path: string;
  bytes: () => Promise<ArrayBuffer>;
}
