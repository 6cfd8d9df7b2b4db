interface Ticked {
  /** Those in sight that are ticked: what is acted on. */
  chosen: number;
  /** All in sight. */
  shown: number;
  /** Ticked, but hidden by what is looked for. */
  hidden: number;
  /** There are more on the server. */
  more: boolean;
  /** How many there are altogether, where that is known. */
  total: number | undefined;
}

/** What is ticked in words, and what of the list is not in it. */
export function selectionText({ chosen, shown, hidden, more, total }: Ticked): string {
  const of = total === undefined ? '后面还有' : `共 ${total} 条`;
  return [
    `已选 ${chosen} 条`,
    more && chosen === shown && `只是已取来的，${of}`,
    hidden > 0 && `另有 ${hidden} 条选了但没有显示，不在内`,
  ]
    .filter(Boolean)
    .join('，');
}
