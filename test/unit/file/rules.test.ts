import { fileKinds, fileRules, type FileKind } from '../../../contract/shared/files/constants';
import { guardPaths } from '../../../cloudfunctions/shared/files/rules/archive';
import { beginsAs } from '../../../cloudfunctions/shared/files/rules/magic';
import { faultOf, keptPath, ticketFor } from '../../../cloudfunctions/shared/files/rules/ticket';
import { isSeen } from '../../../cloudfunctions/shared/files/rules/view';
import { storedIn } from '../../../cloudfunctions/kernel/personal';
import { jpeg, png, webp, lossy } from '../../support/pictures';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** The first bytes of a file of each kind, as programs and phones write them. */
const samples: Record<FileKind, readonly Buffer[]> = {
  jpeg: [jpeg()],
  png: [png()],
  webp: [webp([lossy(1, 1)])],
  mp3: [latin('ID3\x04\0\0\0\0\0\0'), latin('\xff\xfb\x90\x64'), latin('\xff\xf3\x40\xc4')],
  aac: [latin('\xff\xf1\x50\x80'), latin('\xff\xf9\x4c\x80')],
  m4a: [latin('\0\0\0\x20ftypM4A '), latin('\0\0\0\x18ftypmp42')],
  wav: [latin('RIFF\x24\0\0\0WAVEfmt ')],
  xlsx: [latin('PK\x03\x04')],
  zip: [latin('PK\x03\x04')],
};
const archives: readonly FileKind[] = ['xlsx', 'zip'];

it('the first bytes of each kind are its own and nobody else’s', () => {
  for (const kind of fileKinds) {
    for (const [other, bytes] of fileKinds.flatMap((each) => samples[each].map((sample) => [each, sample] as const))) {
      const same = other === kind || (archives.includes(other) && archives.includes(kind));
      expect([kind, other, beginsAs(bytes, kind)]).toEqual([kind, other, same]);
    }
  }
});

it.each([
  ['a page', latin('<!doctype html><script>')],
  ['a program', latin('MZ\x90\0')],
  ['a drawing that can run scripts', latin('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a film', latin('\0\0\0\x20ftypqt  ')],
  ['nothing', Buffer.alloc(0)],
  ['frames that do not exist', latin('\xff\xfb\xf0\x64')],
  ['a reserved version', latin('\xff\xeb\x90\x64')],
  ['a free bit rate', latin('\xff\xfb\x00\x64')],
  ['a reserved sampling rate', latin('\xff\xfb\x9c\x64')],
  ['a sampling rate that AAC has not', latin('\xff\xf1\x7c\x80')],
])('%s is of no kind', (_, bytes) => {
  expect(fileKinds.filter((kind) => beginsAs(bytes, kind))).toEqual([]);
});

it('a path is the server’s: nothing of the person or of a name that he gave is in it', () => {
  const ticket = ticketFor('file_abc', 'member-1', { purpose: 'feedback', kind: 'jpeg', size: 10 }, 1000);
  expect(ticket).toMatchObject({ upload: 'up/file_abc.jpg', path: null, verdict: 'waiting', expiresAt: 3_601_000 });
  expect(keptPath(ticket, 'f'.repeat(64))).toBe(`kept/file_abc-${'f'.repeat(16)}.jpg`);
});

it('what is announced is refused in words where it cannot be taken', () => {
  const { maxBytes } = fileRules.feedback;
  expect(faultOf({ purpose: 'feedback', kind: 'png', size: maxBytes })).toBeUndefined();
  expect(faultOf({ purpose: 'feedback', kind: 'png', size: maxBytes + 1 })?.code).toBe('FILE_TOO_LARGE');
  expect(faultOf({ purpose: 'feedback', kind: 'zip', size: 1 })).toMatchObject({
    code: 'FILE_KIND',
    message: expect.stringContaining('JPG、PNG、WEBP') as unknown,
  });
});

it('an archive whose parts lead elsewhere, are too many or are no workbook is refused', () => {
  const workbook = ['[content_types].xml', 'xl/workbook.xml'];
  expect(() => guardPaths(workbook, 'xlsx')).not.toThrow();
  expect(() => guardPaths(['a.txt', 'b..txt'], 'zip')).not.toThrow();
  for (const path of ['../a', 'a/../../b', 'c:/windows', 'a\0.txt', '..']) {
    expect(() => guardPaths([path], 'zip')).toThrow('FILE_BROKEN');
  }
  expect(() => guardPaths(['a.xml'], 'xlsx')).toThrow('FILE_BROKEN');
  expect(() => guardPaths(Array.from({ length: 2001 }, String), 'zip')).toThrow('FILE_TOO_LARGE');
});

it.each([
  ['ticket', 'passed', 'any', false],
  ['stored', 'waiting', 'none', false],
  ['stored', 'waiting', 'passed', false],
  ['stored', 'refused', 'passed', false],
  ['stored', 'passed', 'none', false],
  ['stored', 'passed', 'passed', true],
  ['stored', 'waiting', 'any', true],
  ['stored', 'refused', 'any', true],
] as const)('a file that is %s and %s is for the sight “%s”: %s', (state, verdict, sight, seen) => {
  expect(isSeen({ state, verdict }, sight)).toBe(seen);
});

it('paths that a document names are those in its fields, alone or in lists', () => {
  const doc = { _id: 'x', a: 'one', b: null, c: ['two', 3, 'four'] };
  expect(storedIn(doc, ['a', 'b', 'c', 'd'])).toEqual(['one', 'two', 'four']);
});
