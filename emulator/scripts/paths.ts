import { join, resolve } from 'node:path';

/** The house of the local CloudBase. */
const house = resolve(__dirname, '..');

/** A path in it. */
export const inHouse = (...parts: string[]): string => join(house, ...parts);

/** The program as it is installed; it runs what is built in `dist/`. */
export const program = inHouse('bin/local-cloudbase.js');
