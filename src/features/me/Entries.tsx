import type { Entry } from '@/shared/menu';
import { Row } from '@/shared/ui/Row/Row';

/** Entries of a menu, one below the other. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <>
      {entries.map(({ title, context, open }) => (
        <Row key={title} title={title} context={context} onClick={open} />
      ))}
    </>
  );
}
