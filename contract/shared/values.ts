import * as v from 'valibot';
import { isDay } from '../day';

// Control characters would break exports and logs; a lone surrogate cannot be stored as UTF-8.
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** Text of 1 to `max` characters after trimming. */
export const text = (max: number, name: string) =>
  v.pipe(
    v.string(`请填写${name}`),
    v.trim(),
    v.minLength(1, `请填写${name}`),
    v.maxLength(max, `${name}最多 ${max} 字`),
    v.check((value) => !unprintable.test(value), `${name}里有无法识别的字符`),
  );

/** Text of 0 to `max` characters after trimming. */
export const optionalText = (max: number, name: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(max, `${name}最多 ${max} 字`),
    v.check((value) => !unprintable.test(value), `${name}里有无法识别的字符`),
  );

/** Whole number between two bounds, both included. */
export const whole = (min: number, max: number, name: string) =>
  v.pipe(
    v.number(`${name}须是数字`),
    v.integer(`${name}须是整数`),
    v.minValue(min, `${name}不能小于 ${min}`),
    v.maxValue(max, `${name}不能大于 ${max}`),
  );

/** A document id made by the server. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/, '编号有误'));
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
  v.integer(),
  v.minValue(1_577_836_800_000),
  v.maxValue(4_102_444_800_000),
);

/** One page of a list. */
export const page = <T extends v.GenericSchema>(item: T) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) });

/** No input. */
export const nothing = v.strictObject({});
