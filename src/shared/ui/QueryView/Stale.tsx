import { Text } from '@tarojs/components';
import type { QueryState } from '@/shared/call/query';
import { Tap } from '../Tap/Tap';
import './QueryView.scss';

/** Above what was seen before and could not be asked for anew. */
export function Stale<T>({ query: { data, error, retry } }: { query: QueryState<T> }) {
  if (data === undefined || !error) return null;
  return (
    <Tap className="sx-stale" onTap={retry}>
      <Text>这是上次看到的内容</Text>
      <Text className="sx-stale__again">点这里刷新</Text>
    </Tap>
  );
}
