/** A component as miniprogram-simulate renders it. */
export interface Simulated {
  dom: HTMLElement;
  attach(parent: HTMLElement): void;
  detach(): void;
}

/** WeChat's component engine, the one that renders. */
export interface Exparser {
  Event: {
    create(type: string, detail: object, options: object): unknown;
    dispatchEvent(target: unknown, event: unknown): void;
  };
}

const PATIENCE_MS = 15_000;

/** A rendered page and what a person can do with it. */
export class OpenPage {
  constructor(
    private readonly page: Simulated,
    private readonly exparser: Exparser,
  ) {}

  /** All text on the page, white space folded. */
  get text(): string {
    return (this.page.dom.textContent ?? '').replace(/\s+/g, ' ');
  }

  private get nodes(): HTMLElement[] {
    return [...this.page.dom.querySelectorAll<HTMLElement>('*')];
  }

  /** Elements with this class; nodes deep in the tree carry WeChat's `comp--` prefix. */
  all(className: string): HTMLElement[] {
    return this.nodes.filter((node) =>
      [...node.classList].some((name) => name === className || name === `comp--${className}`),
    );
  }

  /** Innermost elements that show exactly this text. */
  showing(label: string): HTMLElement[] {
    const found = this.nodes.filter((node) => (node.textContent ?? '').trim() === label);
    return found.filter((node) => !found.some((other) => other !== node && node.contains(other)));
  }

  /** Taps what shows exactly this text. */
  tap(label: string): void {
    const target = this.showing(label).pop();
    if (!target) throw new Error(`nothing shows “${label}”; the page shows: ${this.text.slice(0, 600)}`);
    this.dispatch(target, 'tap');
  }

  tapClass(className: string): void {
    const target = this.all(className)[0];
    if (!target) throw new Error(`nothing has the class ${className}; the page shows: ${this.text.slice(0, 600)}`);
    this.dispatch(target, 'tap');
  }

  private dispatch(target: HTMLElement, type: string, detail: object = {}): void {
    const options = { bubbles: true, capturePhase: true, composed: true, originalEvent: {}, extraFields: {} };
    const event = this.exparser.Event.create(type, detail, options);
    this.exparser.Event.dispatchEvent((target as unknown as { __wxElement: unknown }).__wxElement, event);
  }

  /** Waits until the condition holds; the error shows what the page showed. */
  async until(holds: () => boolean | Promise<boolean>, ms = PATIENCE_MS): Promise<void> {
    const end = Date.now() + ms;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`not so after ${ms} ms; the page shows: ${this.text.slice(0, 900)}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Waits until the page shows this text anywhere. */
  shows(text: string): Promise<void> {
    return this.until(() => this.text.includes(text));
  }

  close(): void {
    this.page.detach();
  }
}
