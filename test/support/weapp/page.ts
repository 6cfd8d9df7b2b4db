/** A component as miniprogram-simulate renders it. */
export interface Simulated {
  dom: HTMLElement;
  toJSON(): object;
  readonly data: object;
  attach(parent: HTMLElement): void;
  detach(): void;
}

/** A page to WeChat's engine, as far as its selectors go. */
interface Selectable {
  _exparserNode: { shadowRoot: { querySelectorAll(selector: string): unknown[] } };
}

/** WeChat's component engine, the one that renders. */
export interface Exparser {
  Event: {
    create(type: string, detail: object, options: object): unknown;
    dispatchEvent(target: unknown, event: unknown): void;
  };
}

export interface ShareCard {
  title: string;
  path: string;
  imageUrl: string;
}
/** A page as WeChat calls it. */
export interface Shareable {
  onShareAppMessage?: (asked: { from: string }) => ShareCard;
}

const PATIENCE_MS = 15_000;

/** A rendered page and what a person can do with it. */
export class OpenPage {
  constructor(
    private readonly page: Simulated,
    private readonly exparser: Exparser,
    /** Size of each setData call so far, JSON bytes. */
    readonly updates: number[],
    private readonly instance: Shareable,
  ) {}

  /** The card that WeChat asks for when somebody forwards the page. */
  share(): ShareCard {
    if (!this.instance.onShareAppMessage) throw new Error('the page cannot be forwarded');
    return this.instance.onShareAppMessage({ from: 'menu' });
  }

  /** All text on the page, white space folded. */
  get text(): string {
    return (this.page.dom.textContent ?? '').replace(/\s+/g, ' ');
  }

  /** What is typed or filled in is no text of the DOM here. */
  textAndValues(): string {
    return this.text + JSON.stringify(this.page.toJSON());
  }

  /** What the page gave to its template, the tree of nodes with Taro's short names. */
  get given(): object {
    return this.page.data;
  }

  get nodes(): HTMLElement[] {
    return [...this.page.dom.querySelectorAll<HTMLElement>('*')];
  }

  /** The most children that any one node has. */
  get broadest(): number {
    return Math.max(...this.nodes.map((node) => node.childElementCount));
  }

  /** Elements with this class; nodes deep in the tree carry WeChat's `comp--` prefix. */
  all(className: string): HTMLElement[] {
    return this.nodes.filter((node) =>
      [...node.classList].some((name) => name === className || name === `comp--${className}`),
    );
  }

  /** How many nodes WeChat's engine finds by a selector of its own. */
  selected(selector: string): number {
    return (this.page as Simulated & Selectable)._exparserNode.shadowRoot.querySelectorAll(selector).length;
  }

  /** Innermost elements that show exactly this text. */
  showing(label: string): HTMLElement[] {
    const found = this.nodes.filter((node) => (node.textContent ?? '').trim() === label);
    return found.filter((node) => !found.some((other) => other !== node && node.contains(other)));
  }

  /** Taps what shows exactly this text, as soon as it is there. */
  async tap(label: string, times = 1): Promise<void> {
    await this.until(() => this.showing(label).length > 0, `“${label}” is there`);
    const target = this.showing(label).pop() as HTMLElement;
    for (let time = 0; time < times; time += 1) this.dispatch(target, 'tap');
  }

  /** Taps the `index`-th element of this class, as soon as it is there. */
  async tapClass(className: string, index = 0): Promise<void> {
    await this.until(() => this.all(className).length > index, `${className} ${index} is there`);
    this.dispatch(this.all(className)[index] as HTMLElement, 'tap');
  }

  /** Types into the field with this label: its input is the first after the label. */
  type(label: string, value: string): void {
    const field = this.all('sx-field').find(
      (one) => one.querySelector('[class*=sx-field__label]')?.textContent === label,
    );
    const input =
      field && [...field.querySelectorAll<HTMLElement>('*')].find((one) => /^wx-(input|textarea)$/i.test(one.tagName));
    if (!input) throw new Error(`no field “${label}”; the page shows: ${this.text.slice(0, 600)}`);
    this.dispatch(input, 'input', { value });
  }

  private dispatch(target: HTMLElement, type: string, detail: object = {}): void {
    const options = { bubbles: true, capturePhase: true, composed: true, originalEvent: {}, extraFields: {} };
    const event = this.exparser.Event.create(type, detail, options);
    this.exparser.Event.dispatchEvent((target as unknown as { __wxElement: unknown }).__wxElement, event);
  }

  /** Waits until the condition holds; the error says what was waited for and what the page showed. */
  async until(holds: () => boolean | Promise<boolean>, what = 'so'): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > end) {
        throw new Error(`not ${what} after ${PATIENCE_MS} ms; the page shows: ${this.text.slice(0, 900)}`);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Waits until the page shows this text anywhere, in words or filled in. */
  shows(text: string): Promise<void> {
    return this.until(() => this.text.includes(text), `shown “${text}”`);
  }

  close(): void {
    this.page.detach();
  }
}
