import { traceId } from '../../../src/wechat/errors';
import { Inbox, type SentMessage } from '../../../src/wechat/inbox';
import { Records } from '../../../src/wechat/records';
import { openFolder, type Folder } from '../../../src/store/folder';
import { temporaryFolder } from '../../support/folder';

const NOW = 1_790_000_000_000;

let folder: Folder;
afterAll(() => {
  jest.restoreAllMocks();
  folder.close();
});
const directory = temporaryFolder('wechat-order-');
beforeAll(() => {
  folder = openFolder(directory);
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});

const message = (page: string): Omit<SentMessage, 'read'> => {
  return { openid: 'o-reader', templateId: 'T', fields: [], page, state: 'formal', lang: 'zh_CN' };
};

test('messages of a run that begins before the clock has caught up with the last one replace none, and come after', () => {
  const records = new Records(folder.db);
  for (const run of ['first', 'second']) {
    const inbox = new Inbox(records, () => NOW);
    for (let n = 0; n < 3; n += 1) inbox.add(message(`${run} ${n}`));
  }
  const pages = new Inbox(records, () => NOW).list().map(({ value }) => value.page);
  expect(pages).toEqual(['second 2', 'second 1', 'second 0', 'first 2', 'first 1', 'first 0']);
});

test('trace ids of one moment sort in the order they were made', () => {
  const ids = Array.from({ length: 200 }, () => traceId(NOW));
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/.test(id))).toBe(true);
});
