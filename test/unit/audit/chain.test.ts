import fc from 'fast-check';
import {
  brokenEntry,
  entryHash,
  idOf,
  link,
  placeOf,
  predecessorsOf,
} from '../../../cloudfunctions/kernel/audit/rules/chain';
import type { AuditFact } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { partsOf, targetOf } from '../../../cloudfunctions/kernel/audit/rules/target';
import { kindOf } from '../../../cloudfunctions/kernel/audit/rules/kind';
import { without } from './city';
import type { AuditDoc } from '../../../cloudfunctions/kernel/audit/collections';

const fact = (target: string): AuditFact => ({
  at: 1,
  actor: 'm1',
  action: 'event.create',
  outcome: 'ok',
  target,
  requestId: 'r1',
  kind: 'act',
  orgs: ['root'],
});
const earlier = (target: string) => without(fact(target), 'kind', 'orgs');

function chainOf(length: number): AuditDoc[] {
  const entries: AuditDoc[] = [];
  for (let index = 0; index < length; index += 1) entries.push(link('c', entries[index - 1], fact(`e${index}`)));
  return entries;
}

describe('an audit chain', () => {
  it('is whole as it was written, at once or continued from an entry', () => {
    const entries = chainOf(5);
    expect(brokenEntry(entries, [])).toBeUndefined();
    expect(predecessorsOf(entries.slice(2))).toEqual(['c:000000000002']);
    expect(brokenEntry(entries.slice(2), entries.slice(1, 2))).toBeUndefined();
    expect(brokenEntry([], [])).toBeUndefined();
  });

  it('betrays any change of any field of any entry', () => {
    const fields = [
      'at',
      'day',
      'actor',
      'action',
      'outcome',
      'target',
      'requestId',
      'kind',
      'orgs',
      'about',
      'previous',
      'hash',
      '_id',
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...fields), (index, field) => {
        const entries = chainOf(5);
        const entry = entries[index] as AuditDoc;
        entries[index] = { ...entry, [field]: field === 'at' ? 2 : `${String(entry[field])}x` };
        expect(brokenEntry(entries, [])).toBeDefined();
      }),
    );
  });

  it('betrays an entry taken out or rewritten with a fresh hash of its own', () => {
    const entries = chainOf(5);
    expect(
      brokenEntry(
        entries.filter((_, index) => index !== 2),
        [],
      ),
    ).toBe('c:000000000004');
    expect(brokenEntry(entries.slice(1), [])).toBe('c:000000000002');
    const rewritten = entries.map((entry, index) => (index === 1 ? link('c', entries[0], fact('rewritten')) : entry));
    expect(brokenEntry(rewritten, [])).toBe('c:000000000003');
  });

  it('betrays an entry of another chain, and a number left out, however well they are linked', () => {
    const entries = chainOf(5);
    const moved = (_id: string) => {
      const entry = { ...link('c', entries[4], fact('later')), _id };
      return { ...entry, hash: entryHash(entry) };
    };
    for (const _id of ['c:000000000007', 'd:000000000006', 'c:000000000000', 'c', '000000000006']) {
      expect(brokenEntry([...entries, moved(_id)], [])).toBe(_id);
    }
  });

  it('of earlier versions, without a name and without days, is whole as it was written', () => {
    const chain: AuditDoc[] = [];
    for (let number = 1; number <= 3; number += 1) {
      const previous = chain.at(-1)?.hash ?? '0'.repeat(64);
      const entry = { ...earlier(`e${number}`), _id: String(number).padStart(12, '0'), previous };
      chain.push({ ...entry, hash: entryHash(entry) });
    }
    expect(brokenEntry(chain, [])).toBeUndefined();
    expect(brokenEntry(chain.slice(1), [])).toBe('000000000002');
    for (const more of [
      { day: '19700101' },
      { orgs: ['root'] },
      { orgs: ['root'], about: ['m1'] },
      { kind: 'act' as const },
      { about: ['m1'] },
    ]) {
      expect(brokenEntry([{ ...(chain[0] as AuditDoc), ...more }], [])).toBe('000000000001');
    }
  });

  it('has hashes as the first version made them, so that what it wrote stays whole', () => {
    const entry = { ...earlier('e'), _id: '000000000001', previous: '0'.repeat(64) };
    expect(entryHash(entry)).toBe('c685d9cd7e6a660be9e7e3d4abf787369aab356d240339ef462f67b342187202');
  });

  it('betrays an entry from which was taken what it is found by', () => {
    const bare = without(link('c', undefined, fact('id=e1')), 'kind', 'orgs', 'about');
    expect(brokenEntry([bare], [])).toBe('c:000000000001');
    expect(brokenEntry([{ ...bare, kind: 'act', orgs: ['root'] }], [])).toBe('c:000000000001');
  });

  it('names by what an entry is found: who did it, and each id of what he did it to, once', () => {
    const summary = 'since=1764489600000 calls=9 event.roster=9';
    expect(link('c', undefined, fact('orgId=o1 id=m1 event=e1 purpose=report')).about).toEqual(['m1', 'o1', 'e1']);
    expect(link('c', undefined, fact(summary)).about).toEqual(['m1']);
  });

  it('says in its ids where an entry stands', () => {
    expect(idOf('c_a:b', 12)).toBe('c_a:b:000000000012');
    expect(placeOf('c_a:b:000000000012')).toEqual({ chain: 'c_a:b', number: 12 });
    expect(placeOf('000000000012')).toEqual({ chain: '', number: 12 });
    expect(placeOf('x')).toEqual({ chain: '', number: 0 });
  });
});

describe('the kind of an entry', () => {
  it('is a refusal or a failure before it is what was asked for; taking data out is told from looking', () => {
    expect(kindOf({ kind: 'query' }, 'FORBIDDEN')).toBe('refused');
    expect(kindOf({ kind: 'command' }, 'CONFLICT')).toBe('failed');
    expect(kindOf({ kind: 'query', exports: true }, 'ok')).toBe('export');
    expect(kindOf({ kind: 'query' }, 'ok')).toBe('read');
    expect(kindOf({ kind: 'command' }, 'ok')).toBe('act');
  });
});

describe('the target of an audited act', () => {
  it('is made of ids, from the input and the reply, and of nothing a person wrote', () => {
    const input = { commandId: 'c', orgId: 'o1', id: 'x1', title: '诵读', answers: [{ fieldId: 'a', value: 'b' }] };
    expect(targetOf(input, { event: { id: 'e1', title: '诵读' }, total: 3 })).toBe('orgId=o1 id=x1 event=e1');
  });

  it('says how many rows a thing of the reply has', () => {
    expect(targetOf({}, { download: { id: 'd1', rows: 12 }, left: { rows: '3' } })).toBe(
      'download=d1 download.rows=12',
    );
  });

  it('says what data is taken out for, by a word of the list and by no other', () => {
    expect(targetOf({ orgId: 'o1', purpose: 'report' }, {})).toBe('orgId=o1 purpose=report');
    expect(targetOf({ orgId: 'o1', purpose: '给王五看' }, {})).toBe('orgId=o1');
    expect(partsOf('orgId=o1 purpose=report x')).toEqual([
      { key: 'orgId', value: 'o1' },
      { key: 'purpose', value: 'report' },
    ]);
  });

  it('is empty where there are no ids', () => {
    expect(targetOf({}, undefined)).toBe('');
    expect(targetOf({ id: 5 }, { event: null, text: 'x' })).toBe('');
  });
});
