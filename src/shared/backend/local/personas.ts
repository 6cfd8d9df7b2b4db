import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { readStored, store } from '@/shared/storage';

/** Somebody of the demo city whom the local cloud lets one be. */
export interface Persona {
  id: string;
  label: string;
  description: string;
}

const KEY = 'persona';

const textOf = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);

export const usePersona = create<{ id: string | null }>(() => ({
  id: textOf(readStored(KEY)),
}));

export function becomePersona(id: string): void {
  store(KEY, id);
  usePersona.setState({ id });
}

export const gateway = process.env.TARO_APP_LOCAL_URL;

export async function listPersonas(): Promise<Persona[]> {
  const response = await Taro.request<Persona[]>({ url: `${gateway}/gateway/personas`, timeout: 5000 });
  return Array.isArray(response.data) ? response.data : [];
}
