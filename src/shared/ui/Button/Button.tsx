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
  /** Said by a screen reader in place of the words. */
  ariaLabel?: string;
  onClick: () => void;
  children: ReactNode;
}

export function Button({ kind = 'primary', block, loading, disabled, ariaLabel, onClick, children }: Props) {
  const asleep = Boolean(disabled || loading);
  return (
    <NativeButton
      className={`sx-button sx-button--${kind} ${block ? 'sx-button--block' : ''} ${asleep ? 'sx-button--asleep' : ''}`}
      hoverClass="sx-button--pressed"
      disabled={asleep}
      ariaLabel={ariaLabel}
      onClick={() => {
        if (!asleep) onClick();
      }}
    >
      {children}
    </NativeButton>
  );
}
