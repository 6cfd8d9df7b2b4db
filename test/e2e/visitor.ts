import type { BrowserContext, Disposable, Locator, Page } from 'playwright-core';
import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';
import { act } from '../support/gateway';
import { BLANK, type Phones, type Sight } from './phones';
import { still, Watch } from './watch';

/** What to open the app with. */
export interface Visit extends Sight {
  /** Whom to be; without it the app asks. */
  persona?: string | undefined;
  /** Chosen text size, 1 to 1.5. */
  type?: number;
}

/** A busy machine is slow, not wrong: what has not come after so long does not come. */
const WAIT_MS = 40_000;

/** Somebody with a phone in front of the preview. */
export class Visitor {
  private readonly watch: Watch;
  private left = false;

  private constructor(
    readonly page: Page,
    private readonly phones: Phones,
    private readonly visit: Visit,
    private readonly seed: Disposable,
  ) {
    this.watch = new Watch(page);
  }

  static async come(phones: Phones, visit: Visit = {}): Promise<Visitor> {
    const page = await phones.take(visit);
    page.setDefaultTimeout(WAIT_MS);
    const kept = { persona: visit.persona, 'type-scale': visit.type };
    const seed = await page.addInitScript(
      (entries) => {
        // Once for each visitor: the app's own switcher must have the last word.
        if (!location.protocol.startsWith('http') || localStorage.getItem('visited')) return;
        localStorage.setItem('visited', '1');
        for (const [key, data] of entries) localStorage.setItem(key, JSON.stringify({ data }));
      },
      Object.entries(kept).filter(([, data]) => data !== undefined),
    );
    return new Visitor(page, phones, visit, seed);
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Errors of the page and of its console. */
  get complaints(): string[] {
    return this.watch.complaints;
  }

  /** Actions sent so far. */
  get sent(): readonly string[] {
    return this.watch.sent;
  }

  /** Complaints that are not about a network that the test cut. */
  get unexpected(): string[] {
    return this.complaints.filter((complaint) => !/net::ERR_/.test(complaint));
  }

  /** Loads the app afresh at a page. */
  async open(path = '/pages/today/index', parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters).toString();
    // Where only what follows the # is another, nothing would be loaded.
    if (this.page.url() !== BLANK) await this.page.goto(BLANK);
    await this.page.goto(`${this.phones.url}/#${path}${query ? `?${query}` : ''}`);
  }

  /** The page on top; those below it stay in the document. */
  get screen(): Locator {
    return this.page.locator('.taro_page:visible').last();
  }

  text(text: string | RegExp): Locator {
    return this.screen.getByText(text, { exact: typeof text === 'string' }).filter({ visible: true });
  }

  /** Waits until this is on screen, as a text of its own (a string) or within one (an expression). */
  sees(text: string | RegExp): Promise<void> {
    return this.explained(this.text(text).first().waitFor(), `sees ${text}`);
  }

  seesNot(text: string | RegExp): Promise<void> {
    return this.explained(this.text(text).first().waitFor({ state: 'detached' }), `no longer sees ${text}`);
  }

  tap(text: string | RegExp): Promise<void> {
    return this.explained(this.text(text).first().click(), `taps ${text}`);
  }

  /** Taps the button that says exactly this. */
  press(label: string): Promise<void> {
    const buttons = this.screen.locator('.sx-button').filter({ hasText: new RegExp(`^${label}$`) });
    return this.explained(buttons.filter({ visible: true }).first().click(), `presses ${label}`);
  }

  /** Taps the one action of a form, whatever it says at the moment. */
  submit(): Promise<void> {
    const actions = this.screen.locator('.sx-button--primary').filter({ visible: true });
    return this.explained(actions.last().click(), 'submits the form');
  }

  /** A failure that tells what was on screen instead. */
  private async explained(step: Promise<void>, what: string): Promise<void> {
    try {
      await step;
    } catch (error) {
      const shown = await this.page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 800));
      throw new Error(`${what}: ${(error as Error).message.split('\n')[0]}; on screen: ${shown}`);
    }
  }

  async tab(name: string): Promise<void> {
    await this.page.locator('.weui-tabbar__item', { hasText: name }).click();
    await this.screen.locator('.sx-page__title', { hasText: name }).waitFor();
  }

  /** The field with this label. */
  field(label: string): Locator {
    const exactly = this.page.getByText(label, { exact: true });
    return this.screen.locator('.sx-field').filter({ has: exactly }).last();
  }

  async type(label: string, text: string): Promise<void> {
    await this.field(label).locator('input, textarea').fill(text);
  }

  /** Chooses a date and a time in Shanghai, such as `2026-12-01` and `19:00`, or one of them. */
  async pick(label: string, ...values: string[]): Promise<void> {
    for (const [index, value] of values.entries()) await this.field(label).locator('input').nth(index).fill(value);
  }

  /** Asks the back end past the browser; as this persona unless another is named. */
  ask<N extends ActionName>(action: N, input: ActionInput<N>, persona = this.visit.persona): Promise<ActionOutput<N>> {
    return act(this.phones.url, persona ?? '', action, input);
  }

  /** Waits until what was asked for is there and the screen has come to rest; not for calls that get no answer. */
  async rests({ calls = true } = {}): Promise<void> {
    do {
      await until(() => Promise.resolve(this.watch.answered(calls)), 'all is answered');
      await still(this.page);
    } while (!this.watch.answered(calls));
  }

  /** Gives the phone back; what was complained of until then can still be asked for. */
  async leave(): Promise<void> {
    if (this.left) return;
    this.left = true;
    this.watch.end();
    await this.seed.dispose();
    await this.phones.giveBack(this.page);
  }
}

/** Waits until what is asked for holds. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not so after ${WAIT_MS} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
