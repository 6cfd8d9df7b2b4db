import { parseArgs } from 'node:util';
import { OperatorError } from './say';

/** One option: with `value`, the name of what follows it; without, a switch. */
interface Option {
  value?: string;
  what: string;
}

/** What a command takes; its `--help` and how it is understood both come from here. */
export interface Declaration<Options extends Record<string, Option>> {
  /** As in `npm run <name>`. */
  name: string;
  /** What it does, in one or two sentences. */
  does: string;
  /** Words beside the options: what one is called, what it is, and which there are where that is known. */
  words?: { name: string; what: string; among?: readonly string[] };
  options?: Options;
}

/** What was asked for. */
export interface Given<Options extends Record<string, Option>> {
  words: string[];
  options: { [Name in keyof Options]?: Options[Name] extends { value: string } ? string : true };
}

/** How a command understands its command line. */
export interface Reader<Asked> {
  name: string;
  /** What `--help` prints. */
  help: string;
  /** Throws OperatorError, with what is taken instead. */
  read(args: readonly string[]): Asked;
}

/** The reader of a declaration. */
export function takes<const Options extends Record<string, Option> = Record<never, Option>>(
  declaration: Declaration<Options>,
): Reader<Given<Options>> {
  const help = helpOf(declaration);
  const refuse = (reason: string) => new OperatorError(`${reason}\n\n${help}`);
  return {
    name: declaration.name,
    help,
    read(args) {
      const { values, positionals } = parse(declaration.options ?? {}, args, refuse);
      const { words } = declaration;
      const stranger = positionals.find((word) => words === undefined || words.among?.includes(word) === false);
      if (stranger !== undefined) throw refuse(words ? `没有 “${stranger}” 这个${words.name}。` : extra(stranger));
      return { words: positionals, options: values as Given<Options>['options'] };
    },
  };
}

function parse(options: Record<string, Option>, args: readonly string[], refuse: (reason: string) => Error) {
  const known = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }] as const,
  );
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(known) });
  } catch (error) {
    throw refuse(reasonOf(error));
  }
}

/** Node says what is wrong with a command line in English; its codes and the quoted option are all that is needed. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^\s'=]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${option} 这个选项。`;
  return message.includes('does not take') ? `选项 ${option} 不带值。` : `选项 ${option} 缺少值。`;
}

/** npm keeps an option that does not stand behind `--` to itself and hands over only its value. */
const extra = (word: string) => `不认识 “${word}”。用 npm 运行时，参数要写在 -- 之后。`;

function helpOf({ name, does, words, options = {} }: Declaration<Record<string, Option>>): string {
  const rows = [
    ...(words ? [[words.name, words.what + (words.among ? `：${words.among.join('、')}` : '')] as const] : []),
    ...Object.entries(options).map(([option, { value, what }]) => [`--${option}${value ? ` ${value}` : ''}`, what]),
    ['--help', '显示本说明'],
  ] as const;
  const width = Math.max(...rows.map(([left = '']) => widthOf(left))) + 2;
  const lines = rows.map(([left = '', right]) => `  ${left}${' '.repeat(width - widthOf(left))}${right}`);
  return `用法：${npmCommand(name)} -- ${words ? `[${words.name}…] ` : ''}[选项]\n\n${does}\n\n${lines.join('\n')}`;
}

/** As it is typed. */
export const npmCommand = (name: string): string =>
  ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
