interface Named {
  label: string;
  wrong?: string;
  /** The id of what is said below. */
  foot?: string;
}

const inBrowser = process.env.TARO_ENV === 'h5';

/** iOS is said to pass over a name where there is no role; the browser's own control has one. */
export const inputRole = inBrowser ? undefined : 'textbox';

/** What is heard of a line of text in WeChat, which knows no description: what is wrong belongs to the name. */
export function spoken(label: string, wrong: string | undefined): string | undefined {
  if (inBrowser) return undefined;
  return wrong === undefined ? label : `${label}，${wrong}`;
}

/** The same in a browser, where the control lies inside Taro's element and takes its attributes as they are. */
export function nativeSpoken({ label, wrong, foot }: Named): Record<string, string | undefined> | undefined {
  if (!inBrowser) return undefined;
  return { 'aria-label': label, 'aria-invalid': String(wrong !== undefined), 'aria-describedby': foot };
}
