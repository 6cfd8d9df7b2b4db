import type { BookRef } from '@contract/shared/book';
import { Button } from '@/shared/ui/Button/Button';
import { nextStep, type Place } from './moves';
import { useMoveBook } from './useMoveBook';

/** One button that takes a book one step on: onto the shelf, then begin, then finished. */
export function NextStep({ book, status }: { book: BookRef; status: Place }) {
  const { move, pending } = useMoveBook();
  const step = nextStep(status);
  return (
    <Button
      kind={status === 'finished' ? 'quiet' : 'primary'}
      block
      loading={pending}
      onClick={() => move(book, step.to)}
    >
      {step.label}
    </Button>
  );
}
