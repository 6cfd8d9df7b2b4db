import { merged, partOf } from '../../../contract/merged';
import * as contractDomains from '../../../contract/domains';
import * as serverDomains from '../../../cloudfunctions/domains';

describe('tables of domains', () => {
  it('become one table, whatever their order', () => {
    const tables = { zeta: { z: 1 }, alpha: { a: 'x', b: 'y' } };
    expect(Object.entries(merged(tables))).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['z', 1],
    ]);
  });

  it('do not compile, and do not load, with a name that two of them have', () => {
    const tables = { one: { common: 1, own: 2 }, two: { common: 3 } };
    // @ts-expect-error declared twice
    expect(() => merged(tables)).toThrow('declared twice: common');
  });

  it('give one part of every domain that has it', () => {
    const domains = { with: { jobs: { nightly: 1 }, handlers: {} }, without: { handlers: {} } };
    expect(partOf(domains, 'jobs')).toEqual({ with: { nightly: 1 } });
  });

  it('name the same domains in the contract and in the functions', () => {
    expect(Object.keys(serverDomains).sort()).toEqual(Object.keys(contractDomains).sort());
  });

  it.each(Object.entries(contractDomains))('name every action of %s after it', (domain, actions) => {
    for (const name of Object.keys(actions)) expect(name.split('.')[0]).toBe(domain);
  });
});
