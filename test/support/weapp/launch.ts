import type { ActionInput, ActionName, ActionOutput } from '../../../contract/registry';
import { act } from '../gateway';
import { bootWeapp, type Weapp } from './app';
import type { OpenPage } from './page';
import { nothingRecorded, type Recorded } from './wx';

/** A phone with the built mini-program on it, in one persona's hands, on the real back end. */
export interface Phone {
  readonly recorded: Recorded;
  /** What was written to the console as a warning or an error. */
  readonly complaints: string[];
  /** Names of the actions that reached the network, in order. */
  readonly sent: readonly string[];
  /** The phone's storage, JSON by key. */
  readonly storage: Map<string, string>;
  open(route: string, parameters?: Record<string, string>): OpenPage;
  setOnline(online: boolean): void;
  /** The app is killed and started again: only the phone's storage stays. Close its pages before. */
  relaunch(): void;
  /** Empties the phone's storage, as deleting the mini-program does. Before `relaunch`. */
  forget(): void;
  /** Asks the back end past the mini-program; as the phone's persona unless another is named. */
  ask<N extends ActionName>(action: N, input: ActionInput<N>, persona?: string): Promise<ActionOutput<N>>;
}

/** Address of the back end that Jest's global set-up started. */
export const backendUrl = (): string => {
  const url = process.env.SHUXIANG_WEAPP_BACKEND;
  if (!url) throw new Error('no back end: run with npx jest --selectProjects weapp');
  return url;
};

/** Launches the mini-program as `persona`. Its console is silent; what it complained of is recorded. */
export function launch(persona: string): Phone {
  const url = backendUrl();
  const recorded = nothingRecorded();
  const complaints: string[] = [];
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...said) => void complaints.push(said.map(String).join(' ')));
  }
  const storage = new Map<string, string>();
  let online = true;
  const boot = (): Weapp => bootWeapp({ url, persona: () => persona, online: () => online, recorded, storage });
  let weapp = boot();
  return {
    recorded,
    complaints,
    sent: recorded.calls,
    storage,
    open: (route, parameters) => weapp.open(route, parameters),
    setOnline(now) {
      online = now;
      weapp.network(now);
    },
    relaunch() {
      weapp.kill();
      weapp = boot();
    },
    forget: () => storage.clear(),
    ask: (action, input, who = persona) => act(url, who, action, input),
  };
}
