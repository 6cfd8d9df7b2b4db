import { useContext } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { offlineOf } from '@contract/offline';
import type { ActionInput, ActionOutput, QueryName } from '@contract/registry';
import { currentWho, useWho } from '@backend/identity';
import { call } from './call';
import { changeCount, type CallKey } from './client';
import { serverTimeOf } from './clock';
import { asCallError, CallError } from './error';
import { cachedAt, cachedReply, cacheReply } from './reply-cache';
import { noteAsked, unlessOvertaken } from './overtaken';
import { PageScope } from './scope';

/** What a screen needs to know of a query. */
export interface QueryState<T> {
  data: T | undefined;
  /** Why the last try failed; `data` may still be an earlier reply. */
  error: CallError | null;
  /** When the server gave that earlier reply, epoch milliseconds; undefined where the last try did not fail. */
  asOf: number | undefined;
  /** Nothing to show yet. */
  pending: boolean;
  /** Asks again. */
  retry: () => void;
}

/** What an earlier launch kept is shown at once and always asked for again. */
const LONG_AGO = 0;

/** Asks again when a command was done meanwhile: the reply may be older, and would undo on screen what was done. */
async function fetchAndKeep<N extends QueryName>(who: string, action: N, input: ActionInput<N>) {
  let asked: number;
  let data: ActionOutput<N>;
  do {
    // Another persona since: this question is no longer one's own to ask.
    if (currentWho() !== who) throw new CallError('OFFLINE');
    asked = changeCount();
    data = await call(action, input);
  } while (asked !== changeCount());
  noteAsked(data, asked);
  cacheReply(who, action, input, data);
  return data;
}

/** The cache's own time comes first: it alone grows no younger where a command changes a reply. */
function asOf({ data, error, dataUpdatedAt }: Shown, [who, action, input]: CallKey): number | undefined {
  if (data === undefined || error === null) return undefined;
  return cachedAt(who, action, input) ?? (dataUpdatedAt === LONG_AGO ? undefined : serverTimeOf(dataUpdatedAt));
}
interface Shown {
  data: unknown;
  error: unknown;
  dataUpdatedAt: number;
}

/** What no phone may keep leaves the memory with the page that showed it. */
const memory = (action: QueryName) => (offlineOf(action) ? {} : { gcTime: 0 });

/** One reply, cached, shown from the phone's storage while the network is away. */
export function useQueryCall<N extends QueryName>(
  action: N,
  input: ActionInput<N>,
  options: { enabled?: boolean } = {},
): QueryState<ActionOutput<N>> {
  const who = useWho();
  useContext(PageScope).uses([who, action, input]);
  const query = useQuery<ActionOutput<N>, CallError>({
    queryKey: [who, action, input] satisfies CallKey,
    queryFn: () => fetchAndKeep(who, action, input),
    initialData: () => cachedReply(who, action, input) as ActionOutput<N> | undefined,
    initialDataUpdatedAt: LONG_AGO,
    structuralSharing: unlessOvertaken([who, action, input]),
    ...memory(action),
    enabled: options.enabled ?? true,
  });
  return {
    data: query.data,
    error: query.error && asCallError(query.error),
    asOf: asOf(query, [who, action, input]),
    pending: query.data === undefined && query.isFetching,
    retry: () => void query.refetch(),
  };
}

interface Page<I> {
  items: I[];
  next: string | null;
}
/** Queries that answer in pages. */
export type ListName = {
  [N in QueryName]: ActionOutput<N> extends Page<unknown>
    ? ActionInput<N> extends { cursor?: string }
      ? N
      : never
    : never;
}[QueryName];
export type ItemOf<N extends ListName> = ActionOutput<N>['items'][number];

export interface ListState<N extends ListName> extends QueryState<ItemOf<N>[]> {
  /** All items so far, in order; empty while pending. */
  items: ItemOf<N>[];
  /** The first page as it came, for what stands beside the items. */
  first: ActionOutput<N> | undefined;
  hasMore: boolean;
  loadMore: () => void;
  loadingMore: boolean;
}

/** A list in pages. The first page is kept for offline. */
export function useListCall<N extends ListName>(
  action: N,
  input: ActionInput<N>,
  options: { enabled?: boolean } = {},
): ListState<N> {
  const who = useWho();
  useContext(PageScope).uses([who, action, input]);
  const query = useInfiniteQuery({
    queryKey: [who, action, input, 'pages'] as const,
    queryFn: ({ pageParam }: { pageParam: string | null }): Promise<ActionOutput<N>> =>
      pageParam === null ? fetchAndKeep(who, action, input) : call(action, { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page as Page<unknown>).next,
    initialData: () => {
      const cached = cachedReply(who, action, input) as ActionOutput<N> | undefined;
      return cached && { pages: [cached], pageParams: [null] };
    },
    initialDataUpdatedAt: LONG_AGO,
    structuralSharing: unlessOvertaken([who, action, input]),
    ...memory(action),
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages;
  const items = pages?.flatMap((page) => (page as Page<ItemOf<N>>).items);
  return {
    data: items,
    items: items ?? [],
    first: pages?.[0],
    error: query.error && asCallError(query.error),
    asOf: asOf(query, [who, action, input]),
    pending: pages === undefined && query.isFetching,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    loadMore: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
    loadingMore: query.isFetchingNextPage,
  };
}
