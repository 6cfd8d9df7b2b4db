import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inLanes } from '../../scripts/lib/lanes';
import { Phones } from '../e2e/phones';
import { Visitor } from '../e2e/visitor';
import { looks, picture, putOn, type LookName } from './looks';
import { openShot } from './open';
import type { Shot } from './states';

export interface Task {
  browser: Browser;
  /** Where the stack answers. */
  url: string;
  out: string;
  looks: readonly LookName[];
  shots: readonly Shot[];
}

/** The file of a picture, from the folder of the pictures. */
export const pictureOf = (shot: Shot, look: LookName): string => `${shot.slug}.${look}.png`;

/** Pages that are open at a time; two cores are busy with two. */
const AT_ONCE = 2;

/** Takes every picture; gives what went wrong on the way to a state, by the state. */
export async function shoot(task: Task): Promise<Map<string, string>> {
  mkdirSync(task.out, { recursive: true });
  const troubles = new Map<string, string>();
  const phones = new Phones(task.browser, task.url);
  const work = task.shots.map((shot) => async () => {
    const trouble = await shootOne(phones, task, shot);
    if (trouble !== null) troubles.set(shot.slug, trouble);
  });
  await inLanes(AT_ONCE, work);
  return troubles;
}

async function shootOne(phones: Phones, { out, looks: names }: Task, shot: Shot): Promise<string | null> {
  const visitor = await Visitor.come(phones, { persona: shot.persona ?? undefined });
  const trouble = await openShot(visitor, phones.url, shot);
  for (const name of names) {
    await putOn(visitor.page, looks[name]);
    await picture(visitor.page, join(out, pictureOf(shot, name)));
  }
  await visitor.leave();
  return trouble;
}
