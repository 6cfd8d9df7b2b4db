import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { TypeSize } from './TypeSize';

/** What everybody has here, a visitor too: the size of the type, and who runs this. */
export function Settings() {
  return (
    <Section title="书香">
      <TypeSize />
      <Row title="关于" context="主办单位、备案编号、用到的数据" onClick={() => go('about')} />
    </Section>
  );
}
