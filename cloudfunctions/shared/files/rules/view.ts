import type { FileView } from '../../../../contract/shared/files';
import type { FileDoc, Sight } from '../shape';

/** A file as people see it who may. */
export const fileView = ({ _id, kind, size, width, height, verdict }: FileDoc): FileView => ({
  id: _id,
  kind,
  size,
  width,
  height,
  verdict,
});

/** Whether a file is there to be seen by somebody with this sight of the thing that it belongs to. */
export const isSeen = ({ state, verdict }: Pick<FileDoc, 'state' | 'verdict'>, sight: Sight): boolean =>
  state === 'stored' && (sight === 'any' || (sight === 'passed' && verdict === 'passed'));
