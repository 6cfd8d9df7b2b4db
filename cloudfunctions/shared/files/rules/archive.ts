import { ARCHIVE_PARTS_MAX } from '../../../../contract/shared/files/constants';
import { broken, FileFault } from './fault';

const WORKBOOK = ['[content_types].xml', 'xl/workbook.xml'];

/** Refuses an archive by the paths of its parts: too many, one that leads out of its folder, or no workbook in an XLSX. */
export function guardPaths(paths: readonly string[], kind: 'xlsx' | 'zip'): void {
  if (paths.length > ARCHIVE_PARTS_MAX) throw new FileFault('FILE_TOO_LARGE', '压缩包里的文件太多。请分成几个再传。');
  if (paths.some((path) => /(^|\/)\.\.(\/|$)|^[a-z]:|\0/.test(path))) broken();
  if (kind === 'xlsx' && !WORKBOOK.every((part) => paths.includes(part))) broken();
}
