import { serve, type Served } from '../child';
import { act } from '../gateway';
import { bootWeapp, type Weapp } from './app';
import { nothingRecorded, type Recorded } from './wx';
import type { ActionInput, ActionName, ActionOutput } from '../../../contract/registry';

/** The built mini-program in one persona's hands, on the real back end. */
export interface Launched extends Weapp {
  readonly recorded: Recorded;
  /** What was written to the console as a warning or an error. */
  readonly complaints: readonly string[];
  setOnline(online: boolean): void;
  /** Asks the back end, past the mini-program; as its own persona unless another is named. */
  ask<N extends ActionName>(action: N, input: ActionInput<N>, persona?: string): Promise<ActionOutput<N>>;
  stop(): Promise<void>;
}

/** Starts a back end with the demo city and launches the mini-program as `persona`. */
export async function launch(persona: string): Promise<Launched> {
  const backend: Served = await serve(['--import', 'tsx', 'test/support/weapp/backend.ts'], {});
  const recorded = nothingRecorded();
  const complaints: string[] = [];
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void complaints.push(said.map(String).join(' ')));
  }
  let online = true;
  const weapp = bootWeapp({ url: backend.url, persona: () => persona, online: () => online, recorded });
  return {
    ...weapp,
    recorded,
    complaints,
    setOnline(now) {
      online = now;
      weapp.network(now);
    },
    ask: (action, input, who = persona) => act(backend.url, who, action, input),
    stop: async () => void (await backend.stop()),
  };
}
