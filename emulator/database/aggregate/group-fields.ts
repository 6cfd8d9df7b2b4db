import { requestFailed } from '../errors';
import { isPlain, type Doc } from '../values/values';
import { ACCUMULATORS, type Accumulate } from './accumulators';
import type { Scope } from './expression/compile';
import type { Tally } from './tallies';

type Field = Accumulate & { name: string };

/** The computed fields of one group, of which only the tallies are held. */
export class GroupFields {
  private readonly tallies: Tally[];

  constructor(private readonly fields: readonly Field[]) {
    this.tallies = fields.map((field) => field.start());
  }

  add(doc: Doc): void {
    this.fields.forEach(({ read }, i) => this.tallies[i]?.add(read(doc)));
  }

  result(): Doc {
    return Object.fromEntries(this.fields.map(({ name }, i) => [name, this.tallies[i]?.result() ?? null]));
  }
}

/** Compiles the computed fields of a group: `{name: {$accumulator: operand}}`. Gives how each group begins. */
export function compileFields(stage: string, fields: Doc, outer: Scope): () => GroupFields {
  const compiled = Object.keys(fields).map((name): Field => {
    const field = fields[name];
    const [operator, ...others] = isPlain(field) ? Object.keys(field) : [];
    if (!isPlain(field) || operator === undefined || others.length > 0 || !operator.startsWith('$'))
      throw requestFailed(`The field '${name}' in ${stage} must be an accumulator object`);
    if (name.includes('.') || name.startsWith('$'))
      throw requestFailed(`The field name '${name}' cannot contain '.' or begin with '$'`);
    const accumulator = ACCUMULATORS.get(operator);
    if (!accumulator) throw requestFailed(`unknown group operator '${operator}'`);
    return { name, ...accumulator(field[operator], outer) };
  });
  return () => new GroupFields(compiled);
}
