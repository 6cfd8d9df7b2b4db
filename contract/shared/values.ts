import * as v from 'valibot';
import { isDay } from '../day';
import type { TextRule } from '../text';
import { foldJoinCode, JOIN_CODE_PROBLEM, joinCodePattern, readText } from '../text';

/** Text as `readText` has it: mended where it can be, else refused with what is wrong. */
export const textOf = (rule: TextRule) =>
  v.pipe(
    v.string(`请填写${rule.name}`),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const { text, problem } = readText(dataset.value, rule);
      if (problem === undefined) return text;
      addIssue({ message: problem });
      return NEVER;
    }),
  );

/** One line of 1 to `max` characters. */
export const text = (max: number, name: string) => textOf({ name, max });

/** One line of 0 to `max` characters. */
export const optionalText = (max: number, name: string) => textOf({ name, max, optional: true });

/** A code that people pass on to each other, as it is stored. */
export const joinCode = v.pipe(v.string(), v.transform(foldJoinCode), v.regex(joinCodePattern, JOIN_CODE_PROBLEM));

/** Whole number between two bounds, both included. */
export const whole = (min: number, max: number, name: string) =>
  v.pipe(
    v.number(`${name}须是数字`),
    v.integer(`${name}须是整数`),
    v.minValue(min, `${name}不能小于 ${min}`),
    v.maxValue(max, `${name}不能大于 ${max}`),
  );

/** Names that every object has: as keys they would find what nobody put there. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
/** A text that may become the key of an object. */
export const key = (pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(pattern, '编号有误'),
    v.check((value) => !inherited.has(value), '编号有误'),
  );

/** A document id made by the server. */
export const id = key(/^[A-Za-z0-9_-]{1,80}$/);
/** A client-made id, the same each time one command is sent again. */
export const commandId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/, '命令编号有误'));
/** Where the next page starts; opaque to the client. Long enough for a list sorted by title. */
export const cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,600}$/, '翻页位置有误'));
/** Shanghai day, `YYYYMMDD`. */
export const day = v.pipe(v.string(), v.check(isDay, '日期有误'));
/** Shanghai month, `YYYYMM`. */
export const month = v.pipe(
  v.string(),
  v.check((value) => isDay(`${value}01`), '月份有误'),
);
/** Epoch milliseconds between 2020 and 2100. */
export const instant = v.pipe(
  v.number('请选择时间'),
  v.integer('时间有误'),
  v.minValue(1_577_836_800_000, '请选 2020 年以后的日子'),
  v.maxValue(4_102_444_800_000, '请选 2100 年以前的日子'),
);

/** One page of a list. */
export const page = <T extends v.GenericSchema>(item: T) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) });

/** No input. */
export const nothing = v.strictObject({});
