import { create } from 'zustand';
import type { BookRef } from '@contract/shared/book';
import { useWho } from '@backend/identity';
import { readStored, store } from '@/shared/storage';

const KEY = 'in-hand';

const useChosen = create<Record<string, string>>(() => readStored<Record<string, string>>(KEY) ?? {});

/** The book in hand: the one chosen last if it is still on the desk, else the desk's first. */
export function useInHand(desk: readonly BookRef[]): { book: BookRef | undefined; choose: (book: BookRef) => void } {
  const who = useWho();
  const chosen = useChosen((state) => state[who]);
  return {
    book: desk.find(({ id }) => id === chosen) ?? desk[0],
    choose: ({ id }) => {
      useChosen.setState({ [who]: id });
      store(KEY, useChosen.getState());
    },
  };
}
