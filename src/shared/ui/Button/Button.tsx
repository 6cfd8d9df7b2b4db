import type { ReactNode } from 'react';
import { Button as NativeButton } from '@tarojs/components';
import './Button.scss';

interface Props {
  /** `primary`: the one action of the screen; `quiet`: outlined; `text`: a word. */
  kind?: 'primary' | 'quiet' | 'text';
  /** As wide as its place. */
  block?: boolean;
  /** At work: keeps its words, takes no tap. */
  loading?: boolean;
  disabled?: boolean;
  /** Of a button that opens something below it: whether that is open. */
  expanded?: boolean;
  /** Said by a screen reader in place of the words, which it must contain. */
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

const inBrowser = process.env.TARO_ENV === 'h5';

export function Button({ kind = 'primary', block, loading, disabled, expanded, label, onClick, children }: Props) {
  const asleep = Boolean(disabled || loading);
  return (
    <NativeButton
      className={`sx-button sx-button--${kind} ${block ? 'sx-button--block' : ''} ${asleep ? 'sx-button--asleep' : ''}`}
      hoverClass="sx-button--pressed"
      disabled={asleep}
      ariaLabel={label}
      ariaExpanded={expanded}
      // WeChat's button is one by itself; the browser's is Taro's own element, which says nothing and takes no focus.
      ariaRole={inBrowser ? 'button' : undefined}
      ariaDisabled={(inBrowser && asleep) || undefined}
      tabindex={inBrowser ? 0 : undefined}
      onClick={() => {
        if (!asleep) onClick();
      }}
    >
      {children}
    </NativeButton>
  );
}
