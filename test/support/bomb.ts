import { constants, deflateRawSync } from 'node:zlib';
import { workbookParts, zip } from './xlsx';

/** A text repeated to a mebibyte. */
export const mebibyte = (text: string): string => text.repeat(Math.ceil((1024 * 1024) / text.length));

/** Packed pieces that can follow each other in one stream. */
const piece = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });

/**
 * A workbook whose sheet unpacks to `start` and so many times `text`, while the archive's directory says 1,000 bytes. It
 * is made without ever holding what it unpacks to.
 */
export function bomb(text: string, times: number, start = '<worksheet><sheetData>'): Buffer {
  const parts = workbookParts({ sheets: [{ name: 'Sheet1', rows: [] }] });
  const deflated = Buffer.concat([piece(start), ...Array<Buffer>(times).fill(piece(text)), deflateRawSync('')]);
  return zip({ ...parts, 'xl/worksheets/sheet1.xml': { deflated, claims: 1000 } });
}
