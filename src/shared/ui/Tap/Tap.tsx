import type { ReactNode } from 'react';
import { View } from '@tarojs/components';

interface Props {
  className?: string;
  /** Only where the visible words are not enough; it must contain them, or who speaks to the phone finds nothing. */
  label?: string;
  role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'gridcell';
  /** Of a tab or a day: the one that is shown. */
  selected?: boolean;
  /** Of a radio or a checkbox. */
  checked?: boolean;
  /** Of a button that opens something on the same page. */
  expanded?: boolean;
  /** Said and shown, not hidden; takes no tap. */
  disabled?: boolean;
  /** The one of several that is in use now, such as the book in hand. */
  current?: boolean;
  /** A class shown while the finger is down. */
  pressed?: string;
  onTap: () => void;
  children: ReactNode;
}

const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * Whatever can be tapped and is no Button. The attributes are written out one by one, because the browser build renames
 * only those that it finds written (`ariaRole` in a spread object ends as `aria-role`, which nobody reads).
 */
export function Tap({ role = 'button', disabled = false, selected, current, className = '', ...props }: Props) {
  // Selected is only what is one of several within a whole; a button alone is pressed or not.
  const alone = role === 'button';
  return (
    <View
      className={`sx-tap ${className}`}
      hoverClass={disabled ? undefined : props.pressed}
      ariaRole={role}
      ariaLabel={props.label}
      ariaChecked={props.checked}
      ariaExpanded={props.expanded}
      ariaDisabled={disabled || undefined}
      ariaSelected={alone ? undefined : selected}
      ariaPressed={alone ? selected : undefined}
      ariaCurrent={current ? 'true' : undefined}
      // In WeChat, Android would draw a ring around it at every tap.
      tabindex={inBrowser ? 0 : undefined}
      onClick={() => {
        if (!disabled) props.onTap();
      }}
    >
      {props.children}
    </View>
  );
}
