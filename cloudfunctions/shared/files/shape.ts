import type { FileKind, FilePurpose, FileVerdict } from '../../../contract/shared/files/constants';
import type { Doc } from '../../kernel/port';

/** One file that somebody uploads or has uploaded. */
export interface FileDoc extends Doc {
  /** Who uploaded it. */
  memberId: string;
  purpose: FilePurpose;
  kind: FileKind;
  /** `ticket`: may be uploaded; `stored`: was checked and lies at `path`. */
  state: 'ticket' | 'stored';
  /** The one path that the phone may upload to; nothing lies there once the file is stored. */
  upload: string;
  /** Where the checked bytes lie, which no client can write; null until then. */
  path: string | null;
  /** Bytes: as announced, and then as stored. */
  size: number;
  /** Of a picture, pixels. */
  width: number | null;
  height: number | null;
  /** What it belongs to, `<domain>:<id>`; null until something takes it. */
  of: string | null;
  verdict: FileVerdict;
  at: number;
  /** When it goes, with what is stored, because nothing has taken it; absent once something has. */
  expiresAt?: number;
}

/** How much of a thing's files somebody may see: none, what has passed, or also what still waits or was refused. */
export type Sight = 'none' | 'passed' | 'any';
