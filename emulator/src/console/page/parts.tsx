import { createContext, useContext, useEffect, useId, useState, type ReactNode } from 'react';
import type { Loaded } from './hooks';

/** Shows a message for a while, with something to do about it. */
export type Notify = (text: string, action?: { label: string; run: () => void }) => void;
export const NotifyContext = createContext<Notify>(() => undefined);
export const useNotify = (): Notify => useContext(NotifyContext);

/** What a view shows while it waits, when it failed, and when there is nothing. */
export function View<T>(props: {
  loaded: Loaded<T>;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}): ReactNode {
  const { data, error, reload } = props.loaded;
  const failure = error !== undefined && (
    <div className="notice" role="alert">
      <span className="pre">{error}</span>
      <button type="button" onClick={reload}>
        重试
      </button>
    </div>
  );
  if (data === undefined) return failure || <Skeleton />;
  return (
    <>
      {failure}
      {props.isEmpty?.(data) ? <div className="empty">{props.empty}</div> : props.children(data)}
    </>
  );
}

export function Skeleton(): ReactNode {
  return (
    <div className="skeleton" role="status" aria-label="正在读取">
      {[92, 78, 85, 60, 72].map((width) => (
        <svg key={width} width={`${width}%`} height="14" aria-hidden="true">
          <rect width="100%" height="14" rx="4" />
        </svg>
      ))}
    </div>
  );
}

/** A word in a thin frame. `warn` for what needs attention, `good` for what is well. */
export function Tag({ tone, children }: { tone?: 'warn' | 'good' | 'quiet'; children: ReactNode }): ReactNode {
  return <span className={`tag ${tone ?? ''}`}>{children}</span>;
}

/** The title line of a view. */
export function Heading({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <header className="heading">
      <h1>{title}</h1>
      {note !== undefined && <p>{note}</p>}
      {children !== undefined && <div className="tools">{children}</div>}
    </header>
  );
}

/** A few words to choose one from; arrow keys move. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}): ReactNode {
  const name = useId();
  return (
    <div className="choice" role="radiogroup" aria-label={props.label}>
      {props.options.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} checked={props.value === value} onChange={() => props.onChange(value)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

/** The field that narrows a view down; `/` goes to it. */
export function Search(props: {
  label: string;
  placeholder: string;
  value: string;
  /** True where it is the only field, so that it may take a line of its own on a phone. */
  alone?: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <input
      type="search"
      data-search
      className={props.alone ? 'alone' : undefined}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

/** Asks a second time by itself, where nothing can be taken back; forgets the first after a while. */
export function ConfirmButton(props: { label: string; confirm: string; onConfirm: () => void }): ReactNode {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), 4000);
    return () => clearTimeout(timer);
  }, [armed]);
  return (
    <button
      type="button"
      className={armed ? 'warn' : 'plain'}
      onClick={() => {
        if (armed) props.onConfirm();
        setArmed(!armed);
      }}
      onBlur={() => setArmed(false)}
    >
      {armed ? props.confirm : props.label}
    </button>
  );
}

/** A short id that copies the whole one. */
export function CopyId({ id, short = 8 }: { id: string; short?: number }): ReactNode {
  const notify = useNotify();
  const copy = (): void => {
    navigator.clipboard.writeText(id).then(
      () => notify('已复制 ' + id),
      () => notify('浏览器不让复制：' + id),
    );
  };
  return (
    <button type="button" className="plain mono" title={`${id}\n按下复制`} onClick={copy}>
      {id.slice(0, short)}
    </button>
  );
}
