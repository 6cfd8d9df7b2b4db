/** Surnames of two characters that people bear today. */
const compound = new Set(
  '欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 夏侯 东方 闻人 端木 独孤 南宫 长孙 宇文 轩辕 澹台 濮阳 淳于 太史 公羊 赫连 钟离 申屠 呼延 百里 东郭 西门 第五 拓跋'.split(
    ' ',
  ),
);

/** What stands for somebody in little room: the surname, or, of a name that is not written so, its first character. */
export function surnameOf(name: string): string {
  const characters = [...name.trim()];
  const two = characters.slice(0, 2).join('');
  if (characters.length > 2 && compound.has(two)) return two;
  return (characters[0] ?? '').toUpperCase();
}
