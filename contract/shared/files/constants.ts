/*
 * What people may upload, and for what. Bytes are checked by what they are, never by a name (docs/mechanisms/files.md).
 */

export const pictureKinds = ['jpeg', 'png', 'webp'] as const;
export const soundKinds = ['mp3', 'aac', 'm4a', 'wav'] as const;
export const archiveKinds = ['xlsx', 'zip'] as const;
export const fileKinds = [...pictureKinds, ...soundKinds, ...archiveKinds] as const;
export type FileKind = (typeof fileKinds)[number];

/** How the names of such files end, the usual one first. */
export const extensions: Record<FileKind, readonly [string, ...string[]]> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  mp3: ['mp3'],
  aac: ['aac'],
  m4a: ['m4a'],
  wav: ['wav'],
  xlsx: ['xlsx'],
  zip: ['zip'],
};

/** What a file belongs to in the end. A domain that takes files adds a line here and one in `domains/file/purposes.ts`. */
export const filePurposes = ['feedback'] as const;
export type FilePurpose = (typeof filePurposes)[number];

export interface FileRule {
  /** What it is, to the person who uploads it. */
  readonly name: string;
  readonly kinds: readonly FileKind[];
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Files of one thing. */
  readonly most: number;
}

const MB = 1024 * 1024;

export const fileRules: Record<FilePurpose, FileRule> = {
  // 10 MB is also what WeChat checks of a picture.
  feedback: { name: '图片', kinds: pictureKinds, maxBytes: 10 * MB, most: 4 },
};

/** A picture's pixels, as its header says; a decoder would make four bytes of each. */
export const PIXELS_MAX = 40_000_000;
/** Pixels of one side. */
export const SIDE_MAX = 16_000;
/** Parts of an archive. How far they may unpack is the reader's of sheets to say (ADR 10). */
export const ARCHIVE_PARTS_MAX = 2000;
/** How long a ticket is good for, and how long a file that belongs to nothing is kept, seconds. */
export const TICKET_SECONDS = 3600;
export const UNATTACHED_SECONDS = 86_400;
/** How long an address for looking at a file is good for, seconds. */
export const LINK_SECONDS = 600;

/**
 * What is known of a file's content. `waiting`: nobody but the uploader and those who run the thing may see it. A verdict
 * (`shared/moderation`) makes it `passed` or `refused`.
 */
export const fileVerdicts = ['waiting', 'passed', 'refused'] as const;
export type FileVerdict = (typeof fileVerdicts)[number];
