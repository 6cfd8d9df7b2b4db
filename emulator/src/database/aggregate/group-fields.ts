import { accumulatorTooLarge, requestFailed } from '../errors';
import { isPlain, type Doc } from '../values/values';
import { ACCUMULATORS, type Accumulate } from './accumulators';
import type { StageEnv } from './stages/stage';
import type { Tally } from './tallies/tally';

/** What a tally takes beside the values it keeps: about as much as MongoDB's accumulators. */
const TALLY_BYTES = 100;

type Field = Accumulate & { name: string; operator: string };

/** The computed fields of one group, of which only the tallies are held. */
export class GroupFields {
  private readonly tallies: Tally[] = [];

  constructor(
    private readonly fields: readonly Field[],
    private readonly memory: number,
  ) {}

  /** Gives how many bytes more are held now. Throws DATABASE_REQUEST_FAILED where one field holds too many. */
  add(doc: Doc): number {
    let grown = 0;
    for (const [i, { operator, read, start }] of this.fields.entries()) {
      const known = this.tallies[i];
      const tally = known ?? (this.tallies[i] = start());
      const before = known ? known.bytes : -TALLY_BYTES;
      tally.add(read(doc));
      if (tally.bytes > this.memory) throw accumulatorTooLarge(operator, this.memory);
      grown += tally.bytes - before;
    }
    return grown;
  }

  result(): Doc {
    return Object.fromEntries(this.fields.map(({ name }, i) => [name, this.tallies[i]?.result() ?? null]));
  }
}

/** Compiles the computed fields of a group: `{name: {$accumulator: operand}}`. Gives how each group begins. */
export function compileFields(
  stage: string,
  fields: Doc,
  { outer, memory }: Pick<StageEnv, 'outer' | 'memory'>,
): () => GroupFields {
  const compiled = Object.keys(fields).map((name): Field => {
    const field = fields[name];
    const [operator, ...others] = isPlain(field) ? Object.keys(field) : [];
    if (!isPlain(field) || operator === undefined || others.length > 0 || !operator.startsWith('$'))
      throw requestFailed(`The field '${name}' in ${stage} must be an accumulator object`);
    if (name.includes('.') || name.startsWith('$'))
      throw requestFailed(`The field name '${name}' cannot contain '.' or begin with '$'`);
    const accumulator = ACCUMULATORS.get(operator);
    if (!accumulator) throw requestFailed(`unknown group operator '${operator}'`);
    return { name, operator, ...accumulator(field[operator], outer) };
  });
  return () => new GroupFields(compiled, memory);
}
