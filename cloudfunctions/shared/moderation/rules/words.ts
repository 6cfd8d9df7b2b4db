import { wordList } from './list';

/*
 * The local word list: compared after both sides were folded, so that width, case, traditional characters, spaces and
 * signs between the characters hide nothing.
 */

/** Traditional and variant characters of the words in the list, by the ones they are listed with. */
const variants: Readonly<Record<string, string>> = {
  貸: '贷',
  賺: '赚',
  錢: '钱',
  領: '领',
  聯: '联',
  係: '系',
  繫: '系',
  掃: '扫',
  碼: '码',
  購: '购',
  優: '优',
  惠: '惠',
  賣: '卖',
  買: '买',
  單: '单',
  員: '员',
  騙: '骗',
  豬: '猪',
  殺: '杀',
  滾: '滚',
  蛋: '蛋',
  傻: '傻',
  廢: '废',
  賬: '账',
  帳: '账',
  號: '号',
  薇: '微',
  溦: '微',
  徵: '微',
  腦: '脑',
  殘: '残',
  癡: '痴',
  網: '网',
  賭: '赌',
  發: '发',
  票: '票',
  證: '证',
  辦: '办',
  紅: '红',
  賽: '赛',
  職: '职',
  轉: '转',
  裡: '里',
};

/** A text as it is compared: one width and case, simplified, without whatever is no letter or digit. */
export const folded = (text: string): string =>
  Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
    .map((character) => variants[character] ?? character)
    .join('');

const listed = wordList.map((word) => ({ word, as: folded(word) }));

/** The words of the list that occur in the texts, each once. A word does not reach from one text into the next. */
export function wordsIn(texts: readonly string[]): string[] {
  const all = texts.map(folded);
  return listed.filter(({ as }) => all.some((text) => text.includes(as))).map(({ word }) => word);
}
