import { useState } from 'react';
import { Row } from '@/shared/ui/Row/Row';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import type { Line } from './words';

/** So many say what it is about; the rest is a tap away. */
const SHOWN = 6;

/** A list that is read for its beginning and can be read whole. */
export function FoldedLines({ lines }: { lines: readonly Line[] }) {
  const [open, setOpen] = useState(false);
  const folds = lines.length > SHOWN + 1;
  return (
    <>
      {(folds && !open ? lines.slice(0, SHOWN) : lines).map(({ key, title, context, count }) => (
        <Row key={key} title={title} context={context} state={count === null ? undefined : `${count} 条`} />
      ))}
      {folds && (
        <TapWord expanded={open} onTap={() => setOpen(!open)}>
          {open ? '收起' : `看全部 ${lines.length} 项`}
        </TapWord>
      )}
    </>
  );
}
