import { createBareApp } from '../support/weapp/bare';
import { type Row, row } from './row';

const KB = 1024;

/** Each tab page and a text that is there once its content is; the first is the home page, which gets one call. */
const tabs = [
  ['pages/today/index', '今日', '记一笔'],
  ['pages/shelf/index', '书架', '红楼梦'],
  ['pages/events/index', '活动', '截止'],
  ['pages/me/index', '我的', '汉语言文学'],
] as const;

/** Opens each tab page of the built mini-program and measures what it sets first and how often it calls. */
export async function measureFirstScreens(url: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [route, name, sign] of tabs) {
    const app = createBareApp(url, 'youth');
    await app.show(route, (text) => text.includes(sign));
    rows.push(
      row(`${name} 首次 setData`, app.setDataBytes[0] ?? 0, 'bytes', 40 * KB),
      row(`${name} 显示内容用的 setData`, app.setDataBytes.length, 'calls', 2),
      row(
        `${name} 全部 setData`,
        app.setDataBytes.reduce((sum, bytes) => sum + bytes, 0),
        'bytes',
        80 * KB,
      ),
      row(`${name} 的调用`, app.calls.length, 'calls', route === tabs[0][0] ? 1 : null),
    );
  }
  return rows;
}
