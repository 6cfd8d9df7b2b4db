import { useState } from 'react';
import { readStored, storeIfRoom } from '@/shared/storage';
import type { Column } from './arrange';

const keyOf = (table: string): string => `columns:${table}`;

export interface ColumnChoice<T> {
  shown: readonly Column<T>[];
  /** Those one may hide, with whether they are shown; none where the table does not remember. */
  choices: readonly { key: string; title: string; on: boolean }[];
  set: (key: string, on: boolean) => void;
}

/** Which columns are shown: as they were left on this phone, else as the table proposes. */
export function useColumns<T>(columns: readonly Column<T>[], table: string | undefined): ColumnChoice<T> {
  const [chosen, setChosen] = useState<Record<string, boolean>>(() =>
    table === undefined ? {} : (readStored<Record<string, boolean>>(keyOf(table)) ?? {}),
  );
  const isOn = ({ key, optional }: Column<T>): boolean => !optional || (chosen[key] ?? optional === 'shown');
  return {
    shown: table === undefined ? columns : columns.filter(isOn),
    choices:
      table === undefined
        ? []
        : columns
            .filter(({ optional }) => optional)
            .map((column) => ({ key: column.key, title: column.title, on: isOn(column) })),
    set: (key, on) => {
      const next = { ...chosen, [key]: on };
      setChosen(next);
      if (table !== undefined) storeIfRoom(keyOf(table), next);
    },
  };
}
