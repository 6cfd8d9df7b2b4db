import type { ConsoleMessage, Page, Request } from 'playwright-core';

/** What is heard of a page while somebody has it: what it complains of, and what it asks for. */
export class Watch {
  /** Errors of the page and of its console. */
  readonly complaints: string[] = [];
  /** Actions sent so far. */
  readonly sent: string[] = [];
  private readonly unanswered = new Set<Request>();

  constructor(private readonly page: Page) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => this.printed(message));
    page.on('request', (request) => this.asked(request));
    page.on('requestfinished', (request) => this.unanswered.delete(request));
    page.on('requestfailed', (request) => this.unanswered.delete(request));
  }

  /** Whether nothing that was asked for is still to come; calls may be, where they never get an answer. */
  answered(calls: boolean): boolean {
    return [...this.unanswered].every((request) => !calls && isCall(request));
  }

  end(): void {
    for (const event of ['pageerror', 'console', 'request', 'requestfinished', 'requestfailed'] as const)
      this.page.removeAllListeners(event);
  }

  private printed(message: ConsoleMessage): void {
    if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
  }

  private asked(request: Request): void {
    this.unanswered.add(request);
    if (!isCall(request)) return;
    const { data } = request.postDataJSON() as { data: { action: string } };
    this.sent.push(data.action);
  }
}

const isCall = (request: Request): boolean => request.url().endsWith('/gateway/call');

/** So long a page stands still when it has come to rest; a page of Taro's has slid in by then. */
const STILL_MS = 300;

/** Resolves when nothing of the document has changed for a while. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        const end = () => {
          changes.disconnect();
          done();
        };
        let timer = setTimeout(end, ms);
        const changes = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, ms);
        });
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    STILL_MS,
  );
