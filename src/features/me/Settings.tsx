import { menuOf } from '@/shared/menu';
import { Section } from '@/shared/ui/Section/Section';
import { Entries } from './Entries';
import { TypeSize } from './TypeSize';

/** What everybody has here, a visitor too: the size of the type, and who runs this. */
export function Settings() {
  return (
    <Section title="书香">
      <TypeSize />
      <Entries entries={menuOf('programme')} />
    </Section>
  );
}
