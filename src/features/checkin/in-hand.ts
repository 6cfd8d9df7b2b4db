import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { BookRef } from '@contract/shared/book';
import { useWho } from '@/shared/backend/local/identity';

const KEY = 'in-hand';

const useChosen = create<Record<string, string>>(() => Taro.getStorageSync<Record<string, string> | ''>(KEY) || {});

/** The book in hand: the one chosen last if it is still on the desk, else the desk's first. */
export function useInHand(desk: readonly BookRef[]): { book: BookRef | undefined; choose: (book: BookRef) => void } {
  const who = useWho();
  const chosen = useChosen((state) => state[who]);
  return {
    book: desk.find(({ id }) => id === chosen) ?? desk[0],
    choose: ({ id }) => {
      useChosen.setState({ [who]: id });
      Taro.setStorageSync(KEY, useChosen.getState());
    },
  };
}
