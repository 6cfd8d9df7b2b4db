/*
 * Names of people who do not exist, made from a surname and a given name of words from nature and virtues. Number `index`
 * is the same person whenever it is asked for.
 */

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳',
  ...'酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞',
  ...['欧阳', '上官', '司徒', '诸葛', '慕容'],
];
const first = [...'清云晓文思若子安嘉知书景明望远星南溪舟禾言雨青林一怀承松竹亦沐'];
const second = [...'远宁和川禾岚之初舟野原歌白晴朗秋夏冬溪山月舒然微声照行止墨笛'];

/** Names with a dot between two parts, as some peoples have them; as many firsts as lasts would pair off. */
const dottedFirst = '阿依木 古丽娜 阿迪力 巴哈尔 迪丽达 凯丽 木尼拉 努尔江 热娜 赛娜 帕丽达 艾孜 叶尔兰'.split(' ');
const dottedLast = '艾山 买买提 吐尔逊 木拉提 卡德尔 热合曼 尼亚孜 依明 沙比尔 阿不都 哈力克 玉素甫'.split(' ');
const EVERY = 173;

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** The name of one of many. Neighbouring numbers have nothing in common; in a city of 28,121 some people share a name. */
export function nameOf(index: number): string {
  const dotted = Math.floor(index / EVERY);
  if (index % EVERY === EVERY - 1) return `${at(dottedFirst, dotted)}·${at(dottedLast, dotted)}`;
  // Multiplied by primes, so that who stands beside whom in a branch is nothing that one could see.
  const surname = at(surnames, index * 31);
  const given = at(first, index * 17 + Math.floor(index / 7));
  const rest = index % 5 === 4 ? '' : at(second, index * 13 + Math.floor(index / 11));
  return `${surname}${given}${rest}`;
}
