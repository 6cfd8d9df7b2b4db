import { SheetFault } from './fault';

const SAVE_AS_UTF8 = '请用表格软件打开原来的文件，另存为 .xlsx 或 “CSV UTF-8” 后再导入。';

/** Which part of a Chinese text may be rare characters. */
const MAX_RARE_SHARE = 0.2;

/** Two bytes of UTF-8 each, and of GBK as well: the same bytes are letters with accents in one, and Chinese in the other. */
const onlyForeignLetters = /^[\0-\u07ff]*[\u0080-\u07ff][\0-\u07ff]*$/;

/** Byte order marks, and what they promise. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM as Excel's "Unicode text" has it, else GB18030, which
 * is what Chinese Excel writes by default. Text that was damaged before, or may be of another encoding, is refused.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const text = decoded(bytes, mark?.encoding ?? 'utf-8');
  const chinese = mark ? undefined : decoded(bytes, 'gb18030');
  const likely = chinese !== undefined && rareShare(bytes) <= MAX_RARE_SHARE;
  if (text !== undefined) {
    if (likely && onlyForeignLetters.test(text)) throw uncertain('可能是 GBK，也可能是含外文字母的 UTF-8');
    return text;
  }
  if (chinese === undefined) throw new SheetFault(`无法识别文件的文字编码。${SAVE_AS_UTF8}`);
  if (!likely) throw uncertain('可能是繁体中文的 Big5，也可能已是乱码');
  refuseLost(chinese);
  return chinese;
}

const uncertain = (why: string) => new SheetFault(`文件的文字编码不能确定，${why}。${SAVE_AS_UTF8}`);

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * Which part of the characters of a GB18030 text are not in GB2312's rows of signs and everyday characters: a few rare
 * names in Chinese text, but more than half in Big5 or bytes that are no text. The bytes are whole: they were decoded.
 */
function rareShare(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let rare = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = view.getUint8(at);
    // One byte: a letter or, by 0x80, the sign of the euro.
    if (lead <= 0x80) continue;
    const trail = view.getUint8(at + 1);
    const everyday = trail >= 0xa1 && (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xf7));
    // Four bytes where the second one is a digit.
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
    all += 1;
    if (!everyday || lead < 0xa1) rare += 1;
  }
  return all === 0 ? 0 : rare / all;
}

/** A program that writes GBK puts a question mark for each character that GBK does not have. */
function refuseLost(text: string): void {
  const lost = /[^\0-\x7f]\?|\?[^\0-\x7f]|\?\?/.exec(text);
  if (!lost) return;
  const line = text.slice(0, lost.index).split(/\r\n|\n|\r/).length;
  throw new SheetFault(
    `第 ${line} 行附近有问号 “?”，多半是另存时丢失的生僻字（文件用的是 GBK 编码，存不下它们）。` +
      `${SAVE_AS_UTF8}若真是问号，请改成全角的 “？”。`,
  );
}
