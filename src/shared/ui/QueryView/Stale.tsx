import { Text } from '@tarojs/components';
import { serverNow } from '@/shared/call/clock';
import type { QueryState } from '@/shared/call/query';
import { Tap } from '../Tap/Tap';
import { ageOf } from './age';
import './QueryView.scss';

/** Above what was seen before and could not be asked for anew: how old it is. */
export function Stale<T>({ query: { data, error, asOf, retry } }: { query: QueryState<T> }) {
  if (data === undefined || !error) return null;
  return (
    <Tap className="sx-stale" onTap={retry}>
      <Text>{ageOf(asOf, serverNow())}</Text>
      <Text className="sx-stale__again">点这里刷新</Text>
    </Tap>
  );
}
