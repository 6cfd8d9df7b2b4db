import { deriveId } from '../../cloudfunctions/kernel/ids';
import { memberId } from '../../scripts/seed/documents';
import { act } from '../support/gateway';

/** Files that the administrator of the demo city imported, by what they show; of district D08. */
const files = {
  ready: [
    'D08,共青团西渡区委员会,区县,JC',
    'D08-B02,西渡区渡口值守团支部,支部,D01',
    'D08-B05,西渡区航道所团支部,支部,D08',
    'D08-B03,西渡区古渡民宿协会团支部,支部,D08',
    'XD-09,西渡街道团支部,支部,D08',
  ],
  wrong: [
    'D08-B04,西渡区数据局团支部,小组,D08',
    'D08-B04,西渡区人民医院团支部,支部,D08',
    ',西渡区邮政分公司团支部,支部,D08',
    'D08-B06,西渡区渔政团支部,支部,D99',
  ],
  same: ['D08,共青团西渡区委员会,区县,JC'],
  done: ['D08-B09,西渡区渡轮公司团支部,支部,D08'],
} as const;

const commandOf = (file: string, step: string) => deriveId('c', 'imports', file, step);

/** The id of one of these imports. */
export const importId = (file: keyof typeof files): string =>
  deriveId('im', memberId('admin'), commandOf(file, 'begin'));

/** Has them imported so far; the last one is carried out. */
export async function arrangeImports(url: string): Promise<void> {
  for (const [file, lines] of Object.entries(files)) {
    const bytes = Buffer.from(['编号,名称,类型,上级编号', ...lines].join('\n'));
    const { import: begun } = await act(url, 'admin', 'orgimport.begin', {
      commandId: commandOf(file, 'begin'),
      orgId: 'JC',
      fileName: `西渡区组织名单（${file}）.csv`,
      size: bytes.length,
    });
    const { id } = begun;
    const base64 = bytes.toString('base64');
    await act(url, 'admin', 'orgimport.part', { commandId: commandOf(file, 'part'), id, index: 0, base64 });
    await act(url, 'admin', 'orgimport.preview', { commandId: commandOf(file, 'preview'), id });
  }
  await act(url, 'admin', 'orgimport.apply', { commandId: commandOf('done', 'apply'), id: importId('done') });
}
