import { COUNT_WORK, noteCounts } from '../../domains/owndata/public';
import type { Database } from '../../schema';
import { countPart } from '../../shared/subject/find';
import { namedParts } from '../../shared/subject/rules/plan';
import { defineJob } from '../../shared/work/job';
import { dataOf } from './data';

/** Parts counted side by side. */
const TOGETHER = 8;

/** Counts what is stored of a member, for 我的数据; the key is his id, `:` and anything. */
export const countOwn = defineJob<Database>({
  kind: COUNT_WORK,
  async step(db, { key, now, others, files }) {
    const memberId = key.slice(0, key.indexOf(':'));
    const data = dataOf(db, files);
    const parts = namedParts(data.schema);
    const counts: Record<string, number> = {};
    for (let from = 0; from < parts.length; from += TOGETHER) {
      const some = parts.slice(from, from + TOGETHER);
      const found = await Promise.all(some.map(({ part }) => countPart(data, part, memberId)));
      for (const [index, count] of found.entries()) if (count > 0) counts[some[index]?.key ?? ''] = count;
    }
    await noteCounts(others, memberId, counts, now);
    return { done: `parts ${Object.keys(counts).length}` };
  },
});
