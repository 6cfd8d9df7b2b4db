import type { FilePurpose } from '../../../contract/shared/files/constants';
import type { MemberContext } from '../../kernel/context';
import type { Sight } from '../../shared/files/public';
import { sightOfPictures } from '../feedback/public';

/**
 * For each purpose, what somebody may see of the files of a thing, named by its id: the right to see the thing is the
 * only way to its files.
 */
export const sights: Record<FilePurpose, (context: MemberContext, thing: string) => Promise<Sight>> = {
  feedback: sightOfPictures,
};
