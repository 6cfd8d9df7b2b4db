import type { CallError } from '@/shared/call/error';
import { isPassing } from '@/shared/call/error';
import { Button } from '../Button/Button';
import { Empty } from '../Empty/Empty';

/** Why there is nothing here, what to do, and what still works. */
export function Failed({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const offline = error.code === 'OFFLINE';
  const hint = offline
    ? '看过的内容和记一笔不受影响。连上网络后再试一次。'
    : error.requestId && `编号 ${error.requestId}`;
  return (
    <Empty
      title={error.message}
      hint={hint}
      action={
        isPassing(error.code) && (
          <Button kind="quiet" onClick={onRetry}>
            再试一次
          </Button>
        )
      }
    />
  );
}
