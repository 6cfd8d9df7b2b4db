import { useEffect, useRef, type ChangeEvent, type CSSProperties, type ReactNode, type RefObject } from 'react';

/*
 * Taro's controls as plain DOM, so that components are tested without a build: `detail.value` on input, ARIA
 * attributes under their HTML names.
 */
interface Common {
  children?: ReactNode;
  id?: string;
  className?: string;
  style?: string | CSSProperties;
  onClick?: () => void;
  ariaRole?: string;
  ariaLabel?: string;
  ariaChecked?: boolean;
  ariaSelected?: boolean;
  ariaExpanded?: boolean;
  ariaDisabled?: boolean;
  ariaHidden?: boolean;
  ariaLive?: 'polite' | 'off';
  ariaPressed?: boolean;
  ariaCurrent?: 'true';
  ariaLevel?: number;
  tabindex?: number;
}

/** A style written as text cannot be React's; tests read it as data-style. */
const dom = ({ className, style, onClick, ...props }: Common) => ({
  id: props.id,
  className,
  'data-style': typeof style === 'string' ? style : undefined,
  onClick,
  role: props.ariaRole,
  'aria-label': props.ariaLabel,
  'aria-checked': props.ariaChecked,
  'aria-selected': props.ariaSelected,
  'aria-expanded': props.ariaExpanded,
  'aria-disabled': props.ariaDisabled,
  'aria-hidden': props.ariaHidden,
  'aria-live': props.ariaLive,
  'aria-pressed': props.ariaPressed,
  'aria-current': props.ariaCurrent,
  'aria-level': props.ariaLevel,
  tabIndex: props.tabindex,
});

export const View = (props: Common) => <div {...dom(props)}>{props.children}</div>;
export const ScrollView = (props: Common) => <div {...dom(props)}>{props.children}</div>;
export const Text = (props: Common) => <span {...dom(props)}>{props.children}</span>;
export const Button = (props: Common & { disabled?: boolean }) => (
  <button {...dom(props)} disabled={props.disabled}>
    {props.children}
  </button>
);

interface Field extends Common {
  value?: string;
  placeholder?: string;
  maxlength?: number;
  focus?: boolean;
  onBlur?: () => void;
  onInput?: (event: { detail: { value: string } }) => void;
}
const field = (props: Field) => ({
  ...dom(props),
  value: props.value,
  placeholder: props.placeholder,
  maxLength: props.maxlength,
  onBlur: props.onBlur,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    props.onInput?.({ detail: { value: event.target.value } }),
});
/** As in WeChat: the keyboard comes when `focus` becomes true. */
function useKeyboard<E extends HTMLElement>({ focus = false }: Field): RefObject<E> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  return ref;
}
export const Input = (props: Field) => <input ref={useKeyboard<HTMLInputElement>(props)} {...field(props)} />;
export const Textarea = (props: Field) => <textarea ref={useKeyboard<HTMLTextAreaElement>(props)} {...field(props)} />;

/** The DOM has no picker; tests set its value through a hidden input of the same name. */
export const Picker = (props: Common & { mode: string; value: string; onChange: (event: object) => void }) => (
  <div className={props.className}>
    <input
      data-testid={`picker-${props.mode}`}
      value={props.value}
      onChange={(event) => props.onChange({ detail: { value: event.target.value } })}
    />
    {props.children}
  </div>
);

export const Image = ({ src, ...props }: Common & { src: string; mode?: string }) => <img src={src} {...dom(props)} />;
