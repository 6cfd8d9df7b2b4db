/** Prints measured figures past Jest's console, one line each run. */
export const printFigures = (what: string, figures: unknown): void =>
  void process.stdout.write(`  ${what}: ${JSON.stringify(figures)}\n`);
