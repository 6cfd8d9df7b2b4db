import Taro from '@tarojs/taro';
import { chooseFile } from '@/shared/file/choose';
import { chooseFile as chooseInBrowser } from '@/shared/file/choose.h5';
import { saveFile } from '@/shared/file/save';
import { saveFile as saveInBrowser } from '@/shared/file/save.h5';

const bytes = Buffer.from('编号,名称\n1,团支部');
const wanted = { extensions: ['xlsx', 'csv'] };

/** As WeChat refuses. */
const refused = (why: string) => () =>
  Promise.reject(Object.assign(new Error(), { errMsg: `chooseMessageFile:${why}` }));

/** WeChat, as far as files go. */
function wechat(chosen: () => Promise<unknown>) {
  const written: Record<string, string> = {};
  const files = {
    readFile: ({ position, length, success }: { position: number; length: number; success: (r: object) => void }) =>
      success({ data: bytes.subarray(position, position + length).toString('base64') }),
    rmdirSync: () => Object.keys(written).forEach((path) => delete written[path]),
    mkdirSync: jest.fn(),
    writeFileSync: (path: string, data: string) => void (written[path] = data),
  };
  const openDocument = jest.fn(() => Promise.resolve());
  Object.assign(Taro, {
    chooseMessageFile: chosen,
    getFileSystemManager: () => files,
    openDocument,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  });
  return { written, openDocument };
}

describe('a file is chosen', () => {
  it('in WeChat from a chat, and read in parts', async () => {
    wechat(() => Promise.resolve({ tempFiles: [{ path: 'p', name: '名单.csv', size: bytes.length }] }));
    const file = await chooseFile(wanted);
    expect(file).toMatchObject({ name: '名单.csv', size: bytes.length });
    const parts = [await file?.part(0, 9), await file?.part(9, 100)];
    expect(Buffer.concat(parts.map((part) => Buffer.from(part ?? '', 'base64')))).toEqual(bytes);
  });

  it('or not, which is no fault; what WeChat refuses is', async () => {
    wechat(refused('fail cancel'));
    expect(await chooseFile(wanted)).toBeNull();
    wechat(refused('fail no permission'));
    await expect(chooseFile(wanted)).rejects.toMatchObject({ errMsg: expect.stringContaining('permission') as string });
  });

  it('in a browser from the disk, and read in parts; or not', async () => {
    const choosing = chooseInBrowser(wanted);
    const input = document.querySelector('input');
    expect(input?.accept).toBe('.xlsx,.csv');
    Object.defineProperty(input, 'files', { value: [new File([bytes], '名单.csv')] });
    input?.dispatchEvent(new Event('change'));
    const file = await choosing;
    expect(file).toMatchObject({ name: '名单.csv', size: bytes.length });
    const parts = [await file?.part(0, 9), await file?.part(9, 100)];
    expect(Buffer.concat(parts.map((part) => Buffer.from(part ?? '', 'base64')))).toEqual(bytes);
    expect(document.querySelector('input')).toBeNull();

    const again = chooseInBrowser(wanted);
    document.querySelector('input')?.dispatchEvent(new Event('cancel'));
    expect(await again).toBeNull();
  });
});

describe('a file is saved', () => {
  const file = { fileName: '城南/团委: 名单.xlsx', base64: bytes.toString('base64') };

  it('in WeChat under a name that a phone takes, opened with a menu, and only the last one is kept', async () => {
    const { written, openDocument } = wechat(() => Promise.resolve({ tempFiles: [] }));
    await saveFile({ ...file, fileName: 'a.xlsx' });
    await saveFile(file);
    expect(written).toEqual({ 'wxfile://usr/file/城南 团委  名单.xlsx': file.base64 });
    expect(openDocument).toHaveBeenLastCalledWith({
      filePath: 'wxfile://usr/file/城南 团委  名单.xlsx',
      showMenu: true,
    });
  });

  it('in a browser as a download with the bytes that came', async () => {
    let made: Blob | undefined;
    let name = '';
    URL.createObjectURL = (blob: Blob) => ((made = blob), 'blob:x');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    await saveInBrowser(file);
    expect(name).toBe(file.fileName);
    expect(made?.size).toBe(bytes.length);
  });
});
