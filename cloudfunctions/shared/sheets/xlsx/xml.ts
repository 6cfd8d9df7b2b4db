import { SaxesParser } from 'saxes';
import { SheetFault } from '../rules/fault';

/** Characters between two tags; a spreadsheet's cell holds 32,767 at most. */
const MAX_TEXT = 1024 * 1024;

/** Elements of one part: as many rows as a sheet can have, and twice as many cells and values. */
const MAX_ELEMENTS = 3_000_000;
/** Elements inside each other; a sheet has six. */
const MAX_DEPTH = 50;

/** Names are without their prefix, which each program chooses for itself. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** No more is wanted. */
  done?(): boolean;
}

const COPY = '请新建一个工作簿，只复制需要导入的行和列，另存后再导入。';

/** The file is no XML, or none that a spreadsheet program writes. */
export class DamagedXml extends Error {}

/** Reads XML a piece at a time; entities of its own, which can grow without end, are refused with any DOCTYPE. */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silence = 0;
  let elements = 0;
  let depth = 0;
  const damaged = (reason: string) => {
    throw new DamagedXml(reason);
  };
  parser.on('error', (error) => damaged(error.message));
  parser.on('doctype', () => damaged('doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    elements += 1;
    depth += 1;
    if (depth > MAX_DEPTH) damaged('too deep');
    if (elements > MAX_ELEMENTS) throw new SheetFault(`工作簿里的单元格太多，没有继续读。${COPY}`);
    reader.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    reader.close?.(local(name));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    silence += piece.length;
    if (silence > MAX_TEXT) {
      throw new SheetFault(`工作簿里有一处超过 1 MB 的文字，不像正常的表格，没有继续读。${COPY}`);
    }
    parser.write(decoder.decode(piece, { stream: true }));
    if (reader.done?.()) return;
  }
  parser.write(decoder.decode());
  parser.close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
