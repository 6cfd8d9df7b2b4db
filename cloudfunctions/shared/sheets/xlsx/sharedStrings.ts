import { SheetFault } from '../rules/fault';
import type { Archive } from './archive';
import { unescaped } from './value';
import { readXml } from './xml';

/** Texts of all sheets together; more than the largest table that is read has cells. */
const MAX_STRINGS = 500_000;

/** The workbook's texts, by their number. */
export async function readSharedStrings(archive: Archive, path: string | undefined, name: string): Promise<string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  const text = new TextOfCell();
  await readXml(archive.read(path), {
    open: (element) => text.open(element),
    text: (piece) => text.add(piece),
    close(element) {
      text.close(element);
      if (element !== 'si') return;
      if (texts.length === MAX_STRINGS) {
        throw new SheetFault(`${name} 的内容太多。请只保留需要导入的工作表，另存后再导入。`);
      }
      texts.push(unescaped(text.take()));
    },
  });
  return texts;
}

/** Collects the text of one cell, which may be in runs of different looks; readings (拼音) above it are no part of it. */
export class TextOfCell {
  private text = '';
  private listening = false;
  private reading = false;

  open(element: string): void {
    if (element === 'rPh') this.reading = true;
    if (element === 't') this.listening = !this.reading;
  }

  add(piece: string): void {
    if (this.listening) this.text += piece;
  }

  close(element: string): void {
    if (element === 'rPh') this.reading = false;
    if (element === 't') this.listening = false;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}
