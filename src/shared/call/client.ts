import Taro from '@tarojs/taro';
import { focusManager, notifyManager, onlineManager, QueryClient } from '@tanstack/react-query';
import type { ActionName } from '@contract/registry';
import { currentWho } from '@backend/identity';
import { onRefusal, type Refused } from './call';
import { asCallError, type CallError } from './error';
import { amendCached, forgetReply, forgetPerson } from './reply-cache';
import { onBackOnline } from './online';

/** What a query is kept under: who asks, the action, its input. */
export type CallKey = readonly [who: string, action: ActionName, input: unknown];

// Neither `navigator.onLine` nor window focus exists in WeChat; `networkMode: always` lets every call be tried.
onlineManager.setEventListener(() => () => undefined);
focusManager.setEventListener(() => () => undefined);
// In the same turn, not a timer later: what a reply changes here and in the outbox is drawn as one.
notifyManager.setScheduler((notify) => void Promise.resolve().then(notify));

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      // One more try for a lost packet; a refusal is final.
      retry: (failures, error) => failures < 1 && asCallError(error).code === 'BUSY',
    },
  },
});

/** Marks as out of date every query whose action begins with one of the prefixes, but those in `except`. */
export function refresh(prefixes: readonly string[], except: readonly string[] = []): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [, action] }) =>
      prefixes.some((prefix) => String(action).startsWith(prefix)) && !except.includes(String(action)),
  });
}

/** Marks everything as out of date, such as at midnight. */
export const refreshAll = (): void => void queryClient.invalidateQueries();

let changes = 0;
/** How many times something was changed from here: a reply asked for before the last time may not know of it. */
export const changeCount = (): number => changes;
export const noteChange = (): void => void (changes += 1);

/** The data of a query, replaced at once on screen and in what the next launch begins with. */
export function patch<T>(action: ActionName, input: unknown, change: (data: T) => T): void {
  const who = currentWho();
  noteChange();
  queryClient.setQueryData<T>([who, action, input] satisfies CallKey, (data) => data && change(data));
  amendCached(who, action, input, change);
}

/** Membership is gone: nothing that was answered to the member may be shown, on no page. */
const endsMembership = ({ code }: CallError): boolean =>
  code === 'NOT_REGISTERED' || code === 'DISABLED' || code === 'ERASING';

const noData = { data: undefined, dataUpdatedAt: 0, status: 'error' } as const;

/** A cache never outranks authorization: what the server refuses now is no longer shown from memory or the phone. */
function obey({ who, action, input, error }: Refused): void {
  const cache = queryClient.getQueryCache();
  if (endsMembership(error)) {
    forgetPerson(who);
    for (const query of cache.findAll({ queryKey: [who] })) {
      if (query.state.data !== undefined) query.setState({ ...noData, error });
    }
    return;
  }
  // A page of a list is refused with the list.
  const asked = { ...(input as object), cursor: undefined };
  forgetReply(who, action, asked);
  for (const query of cache.findAll({ queryKey: [who, action, asked] })) query.setState({ ...noData, error });
  // A duty may have ended; what 我的 and the tabs offer follows.
  if (error.code === 'FORBIDDEN') refresh(['me.session']);
}
onRefusal(obey);

/** Forgets every copy of a reply, in memory and on the phone; what is on screen elsewhere is asked for anew. */
export function forgetReplies([who, action, input]: CallKey): void {
  forgetReply(who, action, input);
  const queryKey = [who, action, input];
  queryClient.removeQueries({ queryKey, type: 'inactive' });
  for (const query of queryClient.getQueryCache().findAll({ queryKey })) {
    query.setState({ data: undefined, dataUpdatedAt: 0, status: 'pending', error: null });
  }
  void queryClient.refetchQueries({ queryKey });
}

/** After joining: every screen asks again, and nothing of before is shown meanwhile. */
export function startAfresh(): void {
  queryClient.removeQueries({ type: 'inactive' });
  void queryClient.refetchQueries({ type: 'active' });
}

onBackOnline(refreshAll);

/** Coming back to the app is a good moment to look again at what is out of date. */
export const refreshOnShow = (): void =>
  Taro.onAppShow(() => void queryClient.refetchQueries({ stale: true, type: 'active' }));
