import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';
import { newPhone } from '../support/browser';
import { act } from '../support/gateway';

/** What to open the app with. */
export interface Visit {
  /** Whom to be; without it the app asks. */
  persona?: string;
  width?: number;
  /** Chosen text size, 1 to 1.5. */
  type?: number;
  dark?: boolean;
}

const WAIT_MS = 20_000;

/** Somebody with a phone in front of the preview. */
export class Visitor {
  /** Errors of the page and of its console. */
  readonly complaints: string[] = [];
  /** Actions sent so far. */
  readonly sent: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly url: string,
    private readonly visit: Visit,
  ) {}

  static async come(browser: Browser, url: string, visit: Visit = {}): Promise<Visitor> {
    const context = await newPhone(browser, visit.width);
    context.setDefaultTimeout(WAIT_MS);
    const kept = { persona: visit.persona, 'type-scale': visit.type };
    await context.addInitScript(
      (entries) => {
        // Once for each phone: the app's own switcher must have the last word.
        if (!location.protocol.startsWith('http') || localStorage.getItem('visited')) return;
        localStorage.setItem('visited', '1');
        for (const [key, data] of entries) localStorage.setItem(key, JSON.stringify({ data }));
      },
      Object.entries(kept).filter(([, data]) => data !== undefined),
    );
    const page = await context.newPage();
    if (visit.dark) await page.emulateMedia({ colorScheme: 'dark' });
    const visitor = new Visitor(page, context, url, visit);
    page.on('pageerror', (error) => visitor.complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) visitor.complaints.push(message.text());
    });
    page.on('request', (request) => visitor.heard(request));
    return visitor;
  }

  private heard(request: Request): void {
    if (!request.url().endsWith('/gateway/call')) return;
    const { data } = request.postDataJSON() as { data: { action: string } };
    this.sent.push(data.action);
  }

  /** Complaints that are not about a network that the test cut. */
  get unexpected(): string[] {
    return this.complaints.filter((complaint) => !/net::ERR_/.test(complaint));
  }

  /** Loads the app afresh at a page. */
  async open(path = '/pages/today/index', parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters).toString();
    await this.page.goto('about:blank');
    await this.page.goto(`${this.url}/#${path}${query ? `?${query}` : ''}`);
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
    return act(this.url, persona ?? '', action, input);
  }

  async leave(): Promise<void> {
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.close();
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
