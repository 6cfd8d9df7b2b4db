import { appendFileSync } from 'node:fs';

/** Prints measured figures past Jest's console, one line each run. */
export const printFigures = (what: string, figures: unknown): void =>
  void process.stdout.write(`  ${what}: ${JSON.stringify(figures)}\n`);

/** `npm run figures -- --long`: more rounds, more values, for as long as it takes. */
export const longForm = process.env.FIGURES_LONG === '1';

/** A figure of reliability, as it was measured just now. */
export interface ToldFigure {
  /** What was measured and what came of it, in the reader's language. */
  said: string;
  /** Whether the target was met. */
  ok: boolean;
}

/** Tells `npm run figures` what was measured; without it nobody listens. */
export function tellFigure(figure: string, told: ToldFigure): void {
  const file = process.env.FIGURES_FILE;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ figure, ...told })}\n`);
}
