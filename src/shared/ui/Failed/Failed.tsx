import type { CallError } from '@/shared/call/error';
import { isPassing } from '@/shared/call/error';
import { go } from '@/shared/nav';
import { Button } from '../Button/Button';
import { Empty } from '../Empty/Empty';

/** What else there is to know: what still works offline, or the number to quote when it is our fault. */
function hintOf(error: CallError): string | undefined {
  if (error.code === 'OFFLINE') return '离线时还不知道这里有什么。看过的内容还能看。';
  return error.code === 'INTERNAL' && error.requestId ? `编号 ${error.requestId}` : undefined;
}

interface Props {
  error: CallError;
  onRetry: () => void;
  /** Where to go on from something that is not there any more. */
  instead?: { label: string; open: () => void };
}

/** Why there is nothing here, and what to do. */
export function Failed({ error, onRetry, instead }: Props) {
  const again = isPassing(error.code) && (
    <Button kind="quiet" onClick={onRetry}>
      再试一次
    </Button>
  );
  const join = error.code === 'NOT_REGISTERED' && <Button onClick={() => go('today')}>去加入支部</Button>;
  const find = error.code === 'BOOK_NOT_FOUND' && <Button onClick={() => go('bookSearch')}>去找书</Button>;
  const other = instead && error.code === 'NOT_FOUND' && <Button onClick={instead.open}>{instead.label}</Button>;
  return <Empty title={error.message} hint={hintOf(error)} action={again || join || find || other} />;
}
