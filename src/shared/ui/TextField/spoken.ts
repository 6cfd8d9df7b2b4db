interface Named {
  label: string;
  wrong?: string;
  /** The id of what is said below. */
  foot?: string;
}

/**
 * What a screen reader hears of a line of text. The browser's own control lies inside Taro's element and takes its
 * attributes by `nativeProps`; WeChat knows no description, so that what is wrong belongs to the name.
 */
export function spoken({ label, wrong, foot }: Named) {
  if (process.env.TARO_ENV !== 'h5') return { ariaLabel: wrong ? `${label}，${wrong}` : label };
  return {
    nativeProps: {
      'aria-label': label,
      'aria-invalid': wrong ? 'true' : undefined,
      'aria-describedby': foot,
    },
  };
}
