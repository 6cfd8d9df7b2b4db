import type { Visitor } from '../e2e/visitor';

/** The parts of a page in the words of a listener. */
const roles: Record<string, string> = {
  button: '按钮',
  link: '链接',
  heading: '标题',
  textbox: '输入框',
  spinbutton: '数字框',
  radiogroup: '单选',
  radio: '选项',
  checkbox: '勾选',
  tablist: '标签栏',
  tab: '标签',
  img: '图',
  status: '状态',
  alert: '提醒',
  main: '正文',
  navigation: '导航',
  banner: '页头',
  contentinfo: '页脚',
  region: '区域',
  group: '一组',
  grid: '表格',
  row: '行',
  gridcell: '格',
  columnheader: '列名',
  dialog: '对话框',
  list: '列表',
  listitem: '一项',
  paragraph: '段',
  text: '文字',
};

/** What is said of a part besides its name. */
const marks: Record<string, string> = {
  disabled: '不可用',
  selected: '已选中',
  pressed: '已按下',
  checked: '已选',
  expanded: '已展开',
  active: '焦点在此',
};

/**
 * The page as a screen reader goes through it, a line for each part, such as `按钮：记一笔`. A part that has a name is
 * said by it, and what it consists of is not said again. Of a calendar only today is told, and no date: they are other
 * ones tomorrow.
 */
export async function heard({ page }: Visitor): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  const said: string[] = [];
  let silent = Infinity;
  for (const line of tree.split('\n')) {
    const { indent, role, name, states, content } = partsOf(line);
    if (indent > silent && !(role === 'gridcell' && name.includes('今天'))) continue;
    if (indent <= silent) silent = wholes.has(role) && name ? indent : Infinity;
    const words = [name || content, ...statesOf(states)].filter(Boolean).join('，');
    // A place where something will be said later.
    if (role === 'status' && !words && !line.endsWith(':')) continue;
    const level = /\[level=(\d)\]/.exec(states)?.[1];
    said.push(timeless(`${' '.repeat(indent)}${roles[role] ?? role}${level ? ` ${level}` : ''}：${words}`));
  }
  // Which days are likely ones depends on today, and so does how many there are.
  const once = said.filter((line, index) => line !== said[index - 1] || !line.includes('某日'));
  return once.join('\n').replace(/：$/gm, '');
}

/** What its name says whole. */
const wholes = new Set(['button', 'link', 'radio', 'tab', 'checkbox', 'gridcell', 'grid', 'textbox', 'img']);

/** `  - button "记一笔" [disabled]: …` in its parts; YAML may put quotes around the whole of it. */
function partsOf(line: string) {
  const [, indent = '', rest = ''] = /^(\s*)- (.*)$/.exec(line) ?? [];
  const plain = rest.replace(/^'(.*)'(:.*)?$/, '$1$2').replace(/''/g, "'");
  const [, role = '', name = '', states = '', content = ''] =
    /^(\/?\w+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)(?:: ?(.*))?$/.exec(plain) ?? [];
  const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');
  return { indent: indent.length, role, name, states, content: unquoted(content) };
}

function statesOf(states: string): string[] {
  return [...states.matchAll(/\[(\w+)(?:=(\w+))?\]/g)].flatMap(([, name = '', value]) => {
    const mark = marks[name];
    return mark === undefined ? [] : [value === 'false' ? mark.replace('已', '没有') : mark];
  });
}

/** The longest that is kept of what somebody wrote. */
const LONGEST = 120;

const timeless = (line: string): string =>
  line
    .replace(/\d+月\d+日( ?周.)?/g, '某日')
    .replace(/(\d{4}年)?\d+月/g, '某月')
    .replace(/周[一二三四五六日]/g, '周某')
    .replace(/某月 \d+ 周某/g, '某日')
    .replace(/[本下]周某/g, '某周')
    .replace(/(夜深了|早上好|中午好|下午好|晚上好)/g, '您好')
    .replace(/(标题 2：某月).*/, '$1的记录')
    .replace(new RegExp(`(.{${LONGEST}}).+`), '$1……');
