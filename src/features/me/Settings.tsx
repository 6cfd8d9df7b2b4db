import type { CallErrorCode } from '@/shared/call/error';
import { menuOf } from '@/shared/menu';
import { useSession } from '@/shared/session/session';
import { Section } from '@/shared/ui/Section/Section';
import { Entries } from './Entries';
import { TypeSize } from './TypeSize';

/** A visitor finds the way in above, and who is disabled can do none of it. */
const CLOSED: readonly (CallErrorCode | undefined)[] = ['NOT_REGISTERED', 'DISABLED', 'ERASING'];

/** What everybody has here, a visitor too: the size of the type, and who runs this. */
export function Settings() {
  const closed = CLOSED.includes(useSession().error?.code);
  return (
    <Section title="书香">
      <TypeSize />
      <Entries entries={menuOf('programme').filter(({ members }) => !closed || !members)} />
    </Section>
  );
}
