import Taro, { useRouter } from '@tarojs/taro';

/** Every page and the parameters it takes. Tabs cannot carry any in WeChat; `go` keeps theirs until they ask. */
export interface Routes {
  today: undefined;
  shelf: undefined;
  events: { which?: 'open' | 'mine' | 'managed' };
  me: undefined;
  bookDetail: { id: string };
  /** `pick`: the chosen book goes back to the page before, see `pickBook`. */
  bookSearch: { pick?: '1'; q?: string };
  bookAdd: { pick?: '1'; title?: string };
  bookCorrect: { id: string };
  recommendation: { id: string };
  /** Write one; `id` to revise, `bookId` to start from a book. */
  recommend: { id?: string; bookId?: string };
  recommendations: { which?: 'visible' | 'mine' };
  eventDetail: { id: string };
  eventEdit: { id?: string };
  roster: { id: string };
  /** `day` opens that day's record. */
  month: { month?: string; day?: string };
  about: undefined;
  feedback: undefined;
  feedbackInbox: undefined;
  invite: undefined;
}
export type RouteName = keyof Routes;

const paths: Record<RouteName, string> = {
  today: '/pages/today/index',
  shelf: '/pages/shelf/index',
  events: '/pages/events/index',
  me: '/pages/me/index',
  bookDetail: '/packages/book/detail/index',
  bookSearch: '/packages/book/search/index',
  bookAdd: '/packages/book/add/index',
  bookCorrect: '/packages/organise/book/correct/index',
  recommendation: '/packages/book/recommendation/index',
  recommend: '/packages/organise/recommendation/write/index',
  recommendations: '/packages/book/recommendations/index',
  eventDetail: '/packages/event/detail/index',
  eventEdit: '/packages/organise/event/edit/index',
  roster: '/packages/organise/event/roster/index',
  month: '/packages/checkin/month/index',
  about: '/packages/about/about/index',
  feedback: '/packages/about/feedback/index',
  feedbackInbox: '/packages/organise/feedback/inbox/index',
  invite: '/packages/organise/org/invite/index',
};
const tabs: readonly RouteName[] = ['today', 'shelf', 'events', 'me'];

const left = new Map<RouteName, object>();

type Arguments<N extends RouteName> = Routes[N] extends undefined
  ? []
  : Record<string, never> extends Routes[N]
    ? [parameters?: Routes[N]]
    : [parameters: Routes[N]];

/** `/packages/book/detail/index?id=b1`; parameters that are undefined are left out. */
export function pathTo<N extends RouteName>(name: N, ...[parameters]: Arguments<N>): string {
  const query = Object.entries(parameters ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return query.length > 0 ? `${paths[name]}?${query.join('&')}` : paths[name];
}

/** Opens a page; a tab is switched to. */
export function go<N extends RouteName>(name: N, ...parameters: Arguments<N>): void {
  if (tabs.includes(name)) {
    if (parameters[0]) left.set(name, parameters[0]);
    void Taro.switchTab({ url: paths[name] });
    return;
  }
  void Taro.navigateTo({ url: pathTo(name, ...parameters) });
}

/** Opens a page in place of this one, so that 返回 does not lead back to a form that has been sent. */
export function replace<N extends RouteName>(name: N, ...parameters: Arguments<N>): void {
  void Taro.redirectTo({ url: pathTo(name, ...parameters) });
}

/** The page before, or 今日 where there is none (a shared link, a reload). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else go('today');
}

/** What `go` left for a tab; given once. Call it in `useDidShow`. */
export function takeTabParameters<N extends RouteName>(name: N): Routes[N] | undefined {
  const parameters = left.get(name);
  left.delete(name);
  return parameters as Routes[N] | undefined;
}

/** A parameter that somebody typed by hand into an address may not be encoded at all; then it is taken as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The parameters this page was opened with. WeChat and the browser's router both hand them over still encoded. */
export function usePageParameters<N extends RouteName>(_name: N): Partial<NonNullable<Routes[N]>> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, decode(value ?? '')])) as Partial<
    NonNullable<Routes[N]>
  >;
}
