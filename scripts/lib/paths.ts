import { join, resolve } from 'node:path';

/** The repository. */
export const root = resolve(__dirname, '../..');

export const inRoot = (...parts: string[]): string => join(root, ...parts);

/** Everything that is built. */
export const dist = {
  functions: inRoot('dist/functions'),
  emulator: inRoot('emulator/dist'),
  h5: inRoot('dist/h5'),
  weapp: inRoot('dist/weapp'),
  schema: inRoot('dist/schema.json'),
  stamps: inRoot('dist/.stamps'),
};

export const personasFile = inRoot('demo/personas.json');
