import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { sendFile } from '@backend/upload';
import { kindOf, type ChosenPicture } from '@/shared/file/picture';
import { choosePictures } from '@/shared/file/pictures';
import { PicturesField } from '@/shared/file/PicturesField';
import { usePictures } from '@/shared/file/usePictures';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/upload', () => ({ sendFile: jest.fn() }));
jest.mock('@/shared/file/pictures', () => ({ choosePictures: jest.fn() }));

const picture = (more: Partial<ChosenPicture> = {}): ChosenPicture => ({
  path: 'tmp/1',
  preview: 'tmp/1',
  size: 1000,
  kind: 'jpeg',
  bytes: () => Promise.resolve(new ArrayBuffer(1)),
  ...more,
});
const file = { id: 'file1', kind: 'jpeg', size: 900, width: 8, height: 8, verdict: 'waiting' } as const;
const answers = {
  'file.ticket': () => ({ ticket: { id: 'file1', path: 'up/file1.jpg', expiresAt: 0 } }),
  'file.finish': () => ({ file }),
  'file.discard': () => ({ discarded: true }),
};

function Form() {
  const pictures = usePictures('feedback');
  return <PicturesField label="图片" name="files" pictures={pictures} hint={pictures.ids.join()} />;
}

/** Uploads that the test lets end as it likes. */
function uploads() {
  const going: { path: string; progress: (percent: number) => void; end: (ok: boolean) => void; cancel: jest.Mock }[] =
    [];
  jest.mocked(sendFile).mockImplementation((path, _file, progress) => {
    const cancel = jest.fn();
    let end: (ok: boolean) => void = () => undefined;
    const done = new Promise<void>((resolve, reject) => {
      end = (ok) => (ok ? resolve() : reject(new Error('network')));
    });
    going.push({ path, progress, end, cancel });
    return { done, cancel };
  });
  return going;
}

beforeEach(() => {
  freshPhone();
  jest.mocked(choosePictures).mockResolvedValue([picture()]);
});

test('a picture goes to exactly the path of its ticket, with progress, and is there once it was checked', async () => {
  const going = uploads();
  serve(answers);
  show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(going).toMatchObject([{ path: 'up/file1.jpg' }]));
  expect(sent('file.ticket')).toMatchObject([{ purpose: 'feedback', kind: 'jpeg', size: 1000 }]);
  act(() => going[0]?.progress(40));
  expect(screen.getByText('正在上传 40%')).toBeTruthy();
  act(() => going[0]?.end(true));
  expect(await screen.findByText('已加上')).toBeTruthy();
  expect(screen.getByText('file1')).toBeTruthy();
});

test('a lost network loses nothing: the same picture is tried again', async () => {
  const going = uploads();
  serve(answers);
  show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(going).toHaveLength(1));
  act(() => going[0]?.end(false));
  fireEvent.click(await screen.findByText('重试'));
  await waitFor(() => expect(going).toHaveLength(2));
  act(() => going[1]?.end(true));
  expect(await screen.findByText('已加上')).toBeTruthy();
});

test('what is refused says why; what is no picture is not even sent', async () => {
  const going = uploads();
  serve({ ...answers, 'file.ticket': () => new Refusal('FILE_TOO_LARGE') });
  jest.mocked(choosePictures).mockResolvedValue([picture(), picture({ kind: null })]);
  show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  expect(await screen.findByText(/文件太大/)).toBeTruthy();
  expect(screen.getByText(/只收 JPG/)).toBeTruthy();
  expect(going).toEqual([]);
});

test('what is taken back stops on its way, or goes from the server', async () => {
  const going = uploads();
  serve(answers);
  show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(going).toHaveLength(1));
  fireEvent.click(screen.getByText('去掉'));
  expect(going[0]?.cancel).toHaveBeenCalled();
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(going).toHaveLength(2));
  act(() => going[1]?.end(true));
  await screen.findByText('已加上');
  fireEvent.click(screen.getByText('去掉'));
  await waitFor(() => expect(sent('file.discard')).toMatchObject([{ id: 'file1' }]));
  expect(screen.queryByText('已加上')).toBeNull();
});

test('there are never more than the thing takes', async () => {
  uploads();
  serve(answers);
  jest.mocked(choosePictures).mockResolvedValue(Array.from({ length: 6 }, () => picture()));
  show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(screen.getAllByText('去掉')).toHaveLength(4));
  expect(screen.queryByText('再加一张')).toBeNull();
});

test('whoever leaves takes back what is on its way', async () => {
  const going = uploads();
  serve(answers);
  const form = show(<Form />);
  fireEvent.click(screen.getByText('添加图片'));
  await waitFor(() => expect(going).toHaveLength(1));
  form.unmount();
  expect(going[0]?.cancel).toHaveBeenCalled();
});

test('a picture is what its first bytes say', () => {
  const base64 = (text: string) => btoa(text);
  expect(kindOf(base64('\xff\xd8\xff\xe0\0\x10JFIF\0\x01'))).toBe('jpeg');
  expect(kindOf(base64('\x89PNG\r\n\x1a\n\0\0\0\r'))).toBe('png');
  expect(kindOf(base64('RIFF\x24\0\0\0WEBP'))).toBe('webp');
  expect(kindOf(base64('RIFF\xff\xff\xff\xffWEBP'))).toBe('webp');
  expect(kindOf(base64('RIFF\x24\0\0\0WAVE'))).toBeNull();
  expect(kindOf(base64('GIF89a      '))).toBeNull();
});
