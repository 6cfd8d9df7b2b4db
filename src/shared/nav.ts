import Taro, { useRouter } from '@tarojs/taro';
import { addressOf, declared, type RouteName, type Routes } from '@/routes/table';

export type { RouteName, Routes };

const isTab = (name: RouteName): boolean => declared(name).tab !== undefined;

const left = new Map<RouteName, object>();

type Arguments<N extends RouteName> = Routes[N] extends undefined
  ? []
  : Record<string, never> extends Routes[N]
    ? [parameters?: Routes[N]]
    : [parameters: Routes[N]];

/** An address with parameters nobody has checked; those that are undefined are left out. */
export function address(name: RouteName, parameters: object = {}): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return query.length > 0 ? `${addressOf(name)}?${query.join('&')}` : addressOf(name);
}

/** `/packages/book/detail/index?id=b1`; parameters that are undefined are left out. */
export const pathTo = <N extends RouteName>(name: N, ...[parameters]: Arguments<N>): string =>
  address(name, parameters);

/** Opens a page whose parameters were checked where they were declared; a tab is switched to. */
export function open(name: RouteName, parameters?: object): void {
  if (!isTab(name)) return void Taro.navigateTo({ url: address(name, parameters) });
  // Tabs cannot carry any in WeChat; they wait here until the tab asks.
  if (parameters) left.set(name, parameters);
  void Taro.switchTab({ url: addressOf(name) });
}

/** Opens a page; a tab is switched to. */
export const go = <N extends RouteName>(name: N, ...[parameters]: Arguments<N>): void => open(name, parameters);

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
export function decode(value: string): string {
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
