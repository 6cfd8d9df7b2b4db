/* What a hostile client sends. */

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values that no field of ours may take, whatever it is for. */
export const never: Readonly<Record<string, unknown>> = {
  'an operator that matches everything': { $ne: null },
  'a pattern that matches everything': { $regex: '.*' },
  'code for the database': { $where: 'sleep(10000)' },
  'an update operator': { $set: { disabled: false } },
  'an SDK command by its inner names': { _internalType: {}, operator: 'neq', operands: [null], fieldName: 'x' },
  'a server date': { $date: 0 },
  'an object id': { $oid: '000000000000000000000000' },
  'a dotted key': { 'a.b': 1 },
  'an inherited key': JSON.parse('{"__proto__":{"disabled":false},"constructor":1}') as unknown,
  'a prototype': JSON.parse('{"__proto__":null}') as unknown,
  'an array of operators': [['x'], { $ne: 1 }],
  'an array where one value goes': ['x'],
};

/** The same, so large that whatever walks or copies them suffers. */
export const large: Readonly<Record<string, unknown>> = {
  'a megabyte': 'x'.repeat(1_000_000),
  'a thousand levels': nested(1000),
  'ten thousand elements': Array.from({ length: 10_000 }, () => 0),
};

/** Values that some fields take and others must refuse: which, the contract says. */
export const doubtful: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  'an empty object': {},
  'an empty array': [],
  'an empty text': '',
  'a negative number': -1,
  'a fraction': 0.5,
  'a huge number': 1e308,
  'a number that is not exact': 2 ** 53,
  'lone surrogates': 'a\ud800b'.repeat(10),
  'control characters': '\u0000\u001b[31m\u0007'.repeat(6),
  'text that runs backwards': '\u202egpj.\u2067exe\u2066',
  'what cannot be seen': '\u200b\u2060\ufeff\u3164',
  'endless marks': `a${'\u0301'.repeat(300)}`,
  'a path': '../../../../etc/passwd',
  'an operator as text': '$where',
  'a name that every object has': '__proto__',
  'an id of another kind': 'm1:20261123',
};
