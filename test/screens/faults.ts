import type { Page } from 'playwright-core';
import { examinations, examine, landmarks, unspokenWords } from './axe';
import { beyondEdges } from './edges';
import { looks, putOn, WHOLE_PAGE, type LookName } from './looks';

/** What the framework does by itself and an app cannot change; each with its reason. */
const notOurs: RegExp[] = [];

/** Sizes of all text at which nothing may reach beyond the edges of the narrowest phone. */
const sizes = [1, 1.25, 1.5];
const { narrow } = looks;

/** All that is wrong with an open page that has the engine, with the look in which it shows. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await landmarks(page)), ...(await unspokenWords(page))].map((fault) => `heard: ${fault}`);
  for (const [name, options] of Object.entries(examinations)) {
    await putOn(page, looks[name as LookName], WHOLE_PAGE);
    for (const fault of await examine(page, options)) faults.push(`${name}: ${fault}`);
  }
  for (const type of sizes) {
    await putOn(page, { ...narrow, type });
    for (const node of await beyondEdges(page)) faults.push(`320 × ${type}: beyond the edges: ${node}`);
  }
  return faults.filter((fault) => !notOurs.some((known) => known.test(fault)));
}
