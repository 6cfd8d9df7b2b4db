import type { ReactNode } from 'react';
import type { QueryState } from '@/shared/call/query';
import { Failed } from '../Failed/Failed';
import { Stale } from './Stale';

interface Props<T> {
  query: QueryState<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** What is known if anything is, else why not, else the layout's skeleton. */
export function QueryView<T>({ query, skeleton, children }: Props<T>) {
  const { data, error, retry } = query;
  if (data !== undefined) {
    return (
      <>
        <Stale query={query} />
        {children(data)}
      </>
    );
  }
  if (error) return <Failed error={error} onRetry={retry} />;
  return <>{skeleton}</>;
}
