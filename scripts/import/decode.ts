import { OperatorError } from '../lib/say';

/**
 * Text of a CSV file: UTF-8 with or without BOM, UTF-16 as Excel's "Unicode text" writes it, else GB18030, which is
 * what Chinese Excel writes by default.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Not this encoding: the next one.
    }
  }
  throw new OperatorError('无法识别文件的文字编码。请在表格软件里另存为 “CSV UTF-8” 或 .xlsx 后再导入。');
}
