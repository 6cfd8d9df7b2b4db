import type { ReactNode } from 'react';
import type { Column } from './arrange';

export interface TableProps<T> {
  /** What it is a table of, for the ear. */
  label: string;
  columns: readonly Column<T>[];
  items: readonly T[];
  keyOf: (item: T) => string;
  /** One item spoken in short, such as a name. */
  nameOf: (item: T) => string;
  /** There are more on the server; sorting and filtering know only those here, and the table says so. */
  more?: boolean;
  /** How many there are altogether, where the server says. */
  total?: number;
  /** Under this name the phone remembers which of the optional columns are shown. */
  remember?: string;
  /** What one can find by, as an example in the empty box; without it there is no box. */
  find?: string;
  /** A row leads somewhere. */
  onOpen?: (item: T) => void;
  isCurrent?: (item: T) => boolean;
  /** What can be done with several at once; rows can be ticked then. */
  bulk?: (ticked: readonly T[]) => ReactNode;
  /** The same item on a phone; it must not remember anything, since of a long list only what is near is drawn. */
  row: (item: T) => ReactNode;
}
