import { PIXELS_MAX, SIDE_MAX } from '../../../../contract/shared/files/constants';
import { broken, FileFault } from './fault';

/** A picture without anything but the picture. */
export interface Picture {
  bytes: Uint8Array;
  /** Pixels, as it is shown. */
  width: number;
  height: number;
}

/** Refuses what a decoder would need too much memory for; a few hundred bytes can claim thousands of megabytes. */
export function guardPixels(width: number, height: number): void {
  if (width < 1 || height < 1) broken();
  if (width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX) return;
  throw new FileFault(
    'FILE_TOO_LARGE',
    `图片有 ${width} × ${height} 个像素，最多收 ${PIXELS_MAX / 1_000_000} 百万个。请缩小后再传，或拍照时选低一档的清晰度。`,
  );
}
