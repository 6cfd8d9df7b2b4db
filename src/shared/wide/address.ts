import Taro from '@tarojs/taro';
import type { Chosen, PaneName } from './chosen';

/*
 * In the browser the address tells what stands beside the list (`on=eventDetail.<id>`), so that a reload keeps it. The
 * router is not told: to it the page is the same. A mini-program has no address to show.
 */
const PARAMETER = 'on';

export function readAddress(shows: (name: PaneName) => boolean): Chosen | undefined {
  const on = Taro.getCurrentInstance().router?.params[PARAMETER] ?? '';
  const dot = on.indexOf('.');
  const name = on.slice(0, dot) as PaneName;
  return dot > 0 && shows(name) ? { name, id: on.slice(dot + 1) } : undefined;
}

export function writeAddress(chosen: Chosen | undefined): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const [path = '', query = ''] = location.hash.slice(1).split('?');
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith(`${PARAMETER}=`));
  const parts = chosen ? [...kept, `${PARAMETER}=${chosen.name}.${chosen.id}`] : kept;
  history.replaceState(history.state, '', `#${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`);
}
