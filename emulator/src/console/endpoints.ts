/** Texts of the query string or of the JSON body; `text` throws where one is missing. */
export interface Input {
  text(name: string): string;
  optional(name: string): string | undefined;
  number(name: string, absent: number): number;
}

/** Answers by `METHOD name`; the reply is JSON. Rejects with ConsoleError or WireError. */
export type Endpoints = Readonly<Record<string, (input: Input) => unknown>>;
