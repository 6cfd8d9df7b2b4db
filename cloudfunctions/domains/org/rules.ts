import type { OrgDoc } from '../../documents';

/** The code that people join the org with; null where nobody joins. */
export const joinCodeOf = ({ joinCode }: Pick<OrgDoc, 'joinCode'>): string | null =>
  joinCode.startsWith('closed-') ? null : joinCode;
