import fc from 'fast-check';
import { appendAudit, hashOf, link, targetOf, verifyAudit } from '../../../cloudfunctions/kernel/audit';
import type { AuditFact } from '../../../cloudfunctions/kernel/audit';
import type { AuditDoc } from '../../../cloudfunctions/kernel/collections';
import { memoryDatabase } from './memory';

const fact = (target: string): AuditFact => ({
  at: 1,
  actor: 'm1',
  action: 'event.create',
  outcome: 'ok',
  target,
  requestId: 'r1',
});

function chainOf(length: number): AuditDoc[] {
  const entries: AuditDoc[] = [];
  for (let index = 0; index < length; index += 1) entries.push(link(entries[index - 1], fact(`e${index}`)));
  return entries;
}

describe('the audit chain', () => {
  it('verifies as it was written, whole or continued from an entry', () => {
    const entries = chainOf(5);
    expect(verifyAudit(entries)).toEqual({ intact: true, last: entries[4] });
    expect(verifyAudit(entries.slice(2), entries[1])).toEqual({ intact: true, last: entries[4] });
    expect(verifyAudit([])).toEqual({ intact: true, last: undefined });
  });

  it('betrays any change of any field of any entry', () => {
    const fields = ['at', 'actor', 'action', 'outcome', 'target', 'requestId', 'previous', 'hash', '_id'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...fields), (index, field) => {
        const entries = chainOf(5);
        const entry = entries[index] as AuditDoc;
        entries[index] = { ...entry, [field]: field === 'at' ? 2 : `${entry[field]}x` };
        expect(verifyAudit(entries).intact).toBe(false);
      }),
    );
  });

  it('betrays an entry taken out, put in or moved', () => {
    const entries = chainOf(5);
    expect(verifyAudit(entries.filter((_, index) => index !== 2))).toEqual({ intact: false, brokenAt: '000000000004' });
    expect(verifyAudit(entries.slice(1)).intact).toBe(false);
    expect(verifyAudit([...entries.slice(0, 3), link(undefined, fact('forged'))]).intact).toBe(false);
    expect(verifyAudit([entries[1], entries[0]] as AuditDoc[]).intact).toBe(false);
  });

  it('betrays an entry rewritten with a fresh hash of its own', () => {
    const entries = chainOf(5);
    entries[1] = link(entries[0], fact('rewritten'));
    expect(verifyAudit(entries)).toEqual({ intact: false, brokenAt: '000000000003' });
  });

  it('betrays a number left out, however well the entry is linked', () => {
    const next = { ...link(chainOf(5)[4], fact('later')), _id: '000000000007' };
    expect(verifyAudit([...chainOf(5), { ...next, hash: hashOf(next) }])).toMatchObject({ brokenAt: '000000000007' });
  });

  it('stays one chain under parallel writers, with every entry in it', async () => {
    const { db } = memoryDatabase();
    await Promise.all(Array.from({ length: 30 }, (_, index) => appendAudit(db, fact(`e${index}`))));
    const entries = await db.audit.find({}, { sort: [['_id', 1]], limit: 100 });
    expect(verifyAudit(entries).intact).toBe(true);
    expect(entries).toHaveLength(30);
    expect(new Set(entries.map(({ target }) => target)).size).toBe(30);
  });

  it('gives up with a busy error when it never gets its turn', async () => {
    const { db } = memoryDatabase();
    const full = { ...db, audit: { ...db.audit, add: () => Promise.resolve(false) } };
    await expect(appendAudit(full, fact('e'), 30)).rejects.toMatchObject({ code: 'EXCEED_AUDIT_TURNS' });
  });
});

describe('the target of an audited act', () => {
  it('is made of ids, from the input and the reply, and of nothing a person wrote', () => {
    const input = { commandId: 'c', orgId: 'o1', id: 'x1', title: '诵读', answers: [{ fieldId: 'a', value: 'b' }] };
    expect(targetOf(input, { event: { id: 'e1', title: '诵读' }, total: 3 })).toBe('orgId=o1 id=x1 event=e1');
  });

  it('is empty where there are no ids', () => {
    expect(targetOf({}, undefined)).toBe('');
    expect(targetOf({ id: 5 }, { event: null, text: 'x' })).toBe('');
  });
});
