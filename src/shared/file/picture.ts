import type { pictureKinds } from '@contract/shared/files/constants';
import type { LocalFile } from './sending';

export type PictureKind = (typeof pictureKinds)[number];

/** A picture that somebody chose. */
export interface ChosenPicture extends LocalFile {
  /** Where it can be seen on this phone. */
  preview: string;
  /** Bytes. */
  size: number;
  /** By its first bytes; null where it is none that is taken. */
  kind: PictureKind | null;
}

/** What a picture is, by its first twelve bytes in base64; its name says nothing. */
export function kindOf(base64: string): PictureKind | null {
  if (base64.startsWith('/9j/')) return 'jpeg';
  if (base64.startsWith('iVBORw0KGgo')) return 'png';
  // RIFF, four bytes of length, and WEBP, of which the first letter shares a sign with the length.
  return base64.startsWith('UklGR') && base64.endsWith('XRUJQ') ? 'webp' : null;
}
