import type { ReactElement } from 'react';
import Taro from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ActionInput, ActionName, ActionOutput } from '@contract/registry';
import { errorMessages, type ErrorCode, type FieldError } from '@contract/errors';
import { queryClient } from '@/shared/call/client';
import { queued } from '@/queued';
import { send } from '@backend/transport';
import { startOutbox } from '@/shared/outbox/outbox';
import { useStorage } from '@/shared/storage';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { resetTaro } from '../stubs/taro';

/*
 * A screen over a back end that the test writes. The test file itself says
 * jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
 */

/** A refusal, as the wire has it. */
export class Refusal {
  constructor(
    readonly code: ErrorCode,
    readonly fields?: FieldError[],
  ) {}
}
/** The network is gone: no reply at all. */
export const lost = Symbol('lost');

type Answer<N extends ActionName> = (input: ActionInput<N>) => ActionOutput<N> | Refusal | typeof lost;
export type Backend = { [N in ActionName]?: Answer<N> };

interface Sent {
  action: ActionName;
  input: Record<string, unknown>;
}
const log: Sent[] = [];

/** Inputs of every call of one action, in order. */
export const sent = (action: ActionName): Record<string, unknown>[] =>
  log.filter((call) => call.action === action).map((call) => call.input);

/** Answers calls as written; anything else is a mistake of the test. */
export function serve(backend: Backend): void {
  jest.mocked(send).mockImplementation((_name, data) => {
    const { action, input } = data as Sent;
    log.push({ action, input });
    const answer = (backend as Partial<Record<ActionName, (input: object) => unknown>>)[action];
    if (!answer) return Promise.reject(new Error(`the test serves no ${action}`));
    const reply = answer(input);
    if (reply === lost) return Promise.reject(new Error('lost'));
    return Promise.resolve(
      reply instanceof Refusal
        ? { ok: false, code: reply.code, message: errorMessages[reply.code], requestId: 'r1', fields: reply.fields }
        : { ok: true, data: reply },
    );
  });
}

/** Taro's functions as the stubs record them. */
export const taro = Taro as unknown as Record<
  | 'navigateTo'
  | 'navigateBack'
  | 'redirectTo'
  | 'reLaunch'
  | 'showModal'
  | 'setClipboardData'
  | 'hideToast'
  | 'pageScrollTo'
  | 'switchTab',
  jest.Mock
>;

/** The phone has no room left, as WeChat says it: every write throws. Gives back what makes room again. */
export function fillPhone(): () => void {
  const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('setStorageSync:fail exceed max size');
  });
  return () => full.mockRestore();
}

/** An empty phone and cache; call before each test. */
export function freshPhone(pageParams: Record<string, string> = {}): void {
  resetTaro(pageParams);
  queryClient.clear();
  useSnackbar.setState({ message: null });
  useStorage.setState({ full: false, told: false, unsent: false });
  log.length = 0;
  startOutbox(queued);
}

export const show = (screen: ReactElement): RenderResult =>
  render(<QueryClientProvider client={queryClient}>{screen}</QueryClientProvider>);

/** The page that was opened last to have something picked gives this back. */
export function givePicked(value: unknown): void {
  const [{ events = {} }] = taro.navigateTo.mock.lastCall as [{ events?: Record<string, (given: unknown) => void> }];
  for (const picked of Object.values(events)) picked(value);
}
