import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Phones } from '../e2e/phones';
import { Visitor } from '../e2e/visitor';
import { looks, putOn, type LookName } from './looks';
import { openShot } from './open';
import { withPalette } from './palette';
import { shots } from './states';

interface Illustration {
  /** File name in docs/images, without its end. */
  name: string;
  /** The state it shows. */
  slug: string;
  look: LookName;
  /** Points from the top that are shown. */
  height: number;
}

/** The pictures of docs/design.md and of the guides. */
const illustrations: readonly Illustration[] = [
  { name: 'design-screen', slug: 'today-filled', look: 'light', height: 844 },
  { name: 'design-list', slug: 'events-filled', look: 'light', height: 844 },
  { name: 'design-form', slug: 'organise-event-edit-empty', look: 'light', height: 844 },
  { name: 'design-form-wrong', slug: 'organise-event-edit-wrong', look: 'light', height: 844 },
  { name: 'design-empty', slug: 'today-empty', look: 'light', height: 480 },
  { name: 'design-failed', slug: 'events-failed', look: 'light', height: 480 },
  { name: 'design-dialog', slug: 'event-detail-leaving', look: 'dark', height: 844 },
  { name: 'design-wide', slug: 'organise-event-roster-filled', look: 'wide', height: 600 },
  { name: 'auditor-list', slug: 'manage-audit-list-filled', look: 'wide', height: 800 },
  { name: 'auditor-seals', slug: 'manage-audit-seals-whole', look: 'light', height: 620 },
  { name: 'auditor-entry', slug: 'manage-audit-entry-filled', look: 'light', height: 844 },
  { name: 'moderator-case', slug: 'organise-moderation-case-rejecting', look: 'light', height: 844 },
  { name: 'moderator-appeal', slug: 'organise-moderation-case-same-person', look: 'light', height: 600 },
];

/** Takes the pictures of documents anew; gives their sizes in bytes, by file. */
export async function illustrate(browser: Browser, url: string, folder: string): Promise<Map<string, number>> {
  mkdirSync(folder, { recursive: true });
  const phones = new Phones(browser, url);
  const sizes = new Map<string, number>();
  for (const { name, slug, look, height } of illustrations) {
    const shot = shots.find((one) => one.slug === slug);
    if (!shot) throw new Error(`no state is called ${slug}`);
    const visitor = await Visitor.come(phones, { persona: shot.persona ?? undefined });
    const trouble = await openShot(visitor, url, shot);
    if (trouble !== null) throw new Error(`${slug}: ${trouble}`);
    await putOn(visitor.page, looks[look]);
    const clip = { x: 0, y: 0, width: looks[look].width, height };
    const taken = await visitor.page.screenshot({ clip, animations: 'disabled', scale: 'css' });
    const picture = withPalette(taken);
    writeFileSync(join(folder, `${name}.png`), picture);
    sizes.set(`${name}.png`, picture.length);
    await visitor.leave();
  }
  return sizes;
}
