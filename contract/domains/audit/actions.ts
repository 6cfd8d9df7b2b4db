import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { cursor, day, id, key, page, textOf } from '../../shared/values';
import { auditKinds, exportPurposes } from './constants';
import { isNoted, notedField, personField } from './fields';

/** What an act touched: what kind of thing in words, its id, and what it is called where it is still there. */
const thing = v.object({ what: v.string(), id: v.string(), name: v.nullable(v.string()) });

/** One entry as an auditor reads it. */
const entry = v.object({
  id: v.string(),
  at: v.number(),
  kind: v.picklist(auditKinds),
  /** `id` null: nobody who has a record. `name` null: he had one. */
  actor: v.object({ id: v.nullable(v.string()), name: v.nullable(v.string()) }),
  action: v.string(),
  /** What was asked, in words. */
  summary: v.string(),
  /** How it went, in words. */
  outcome: v.string(),
  things: v.array(thing),
  /** What data was taken out for. */
  purpose: v.nullable(v.picklist(exportPurposes)),
  /** How many rows were taken out, where the reply said so. */
  rows: v.nullable(v.number()),
  requestId: v.string(),
});
export type AuditEntry = v.InferOutput<typeof entry>;

/** Of an entry, or of a thing of any kind that one names. */
const auditId = key(/^[A-Za-z0-9_:-]{1,120}$/);

const seal = v.object({
  /** Its number and hash as they are noted down: `000000000012:ab…`. */
  note: v.string(),
  /** The day of its entries; null: those of earlier versions. */
  day: v.nullable(v.string()),
  at: v.number(),
  entries: v.number(),
});
export type AuditSeal = v.InferOutput<typeof seal>;

/** How far a check has come, and what it found. */
const verified = v.object({
  /** Checked in this step, and how many seals there are altogether. */
  seals: v.number(),
  entries: v.number(),
  of: v.number(),
  /** The first that is not as it was written; null: none so far. */
  fault: v.nullable(v.object({ day: v.nullable(v.string()), words: v.string() })),
  /** Where it goes on; null: all is checked, or something was found. */
  next: v.nullable(v.string()),
});
export type Verified = v.InferOutput<typeof verified>;

const access = { who: 'permitted', permission: 'audit:see', scope: 'org in input' } as const;
const onTop = { ...access, scope: 'root' } as const;

/** The audit (审计) as an auditor reads and checks it. */
export const auditActions = {
  'audit.list': defineAction({
    kind: 'query',
    summary: '审计记录，可按人、事、时间、操作查找，新的在前',
    access,
    input: v.strictObject({
      /** Of this org and all below it; of the committee at the top everything. */
      orgId: id,
      /** Who did it or to whom it was done; `by`: only what he did. */
      personId: v.optional(id),
      by: v.optional(v.boolean()),
      /** What was touched. */
      thingId: v.optional(auditId),
      action: v.optional(key(/^[a-z]{1,30}\.[A-Za-z]{1,30}$/)),
      kind: v.optional(v.picklist(auditKinds)),
      /** The first day and the last. */
      from: v.optional(day),
      to: v.optional(day),
      cursor: v.optional(cursor),
    }),
    output: page(entry),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'audit.get': defineAction({
    kind: 'query',
    summary: '一条审计记录，连同校验值',
    access: { ...access, scope: 'org of the thing' },
    input: v.strictObject({ id: auditId }),
    output: v.object({
      ...entry.entries,
      /** What proves it, and the entry before it in its chain. */
      hash: v.string(),
      previous: v.string(),
    }),
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'audit.choices': defineAction({
    kind: 'query',
    summary: '审计记录里有哪些操作，供查找时选',
    access,
    input: v.strictObject({ orgId: id }),
    output: v.object({ actions: v.array(v.object({ name: v.string(), summary: v.string() })) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'audit.findPerson': defineAction({
    kind: 'query',
    summary: '按姓名找一位成员，看与他有关的审计记录',
    access,
    input: v.strictObject({ orgId: id, q: textOf(personField) }),
    output: v.object({ items: v.array(v.object({ id, name: v.string(), orgs: v.array(v.string()) })) }),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'audit.seals': defineAction({
    kind: 'query',
    summary: '审计记录每夜的封存，新的在前',
    access: onTop,
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(seal),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'audit.verify': defineAction({
    kind: 'query',
    summary: '核对审计记录有没有被改动，一次几个封存',
    access: onTop,
    input: v.strictObject({
      /** A seal noted down earlier, which must still be there. */
      noted: v.optional(v.pipe(textOf(notedField), v.check(isNoted, '请照打印的那一行填写：序号:校验值'))),
      cursor: v.optional(cursor),
    }),
    output: verified,
    errors: [],
    served: 'admin',
    limit: { max: 240, windowSec: 60, counted: 'instance' },
    audited: false,
  }),
};
