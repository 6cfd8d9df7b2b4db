import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { QueryState } from '@/shared/call/query';
import { Failed } from '../Failed/Failed';
import './QueryView.scss';

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
        {error && (
          <View className="sx-stale" ariaRole="button" onClick={retry}>
            这是上次看到的内容 · 点这里刷新
          </View>
        )}
        {children(data)}
      </>
    );
  }
  if (error) return <Failed error={error} onRetry={retry} />;
  return <>{skeleton}</>;
}
