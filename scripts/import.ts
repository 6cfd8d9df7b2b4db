import { checkBooks } from './import/books';
import { type ImportOptions, parseImport, USAGE } from './import/options';
import { checkOrgs } from '../cloudfunctions/domains/orgimport/rules/rows';
import { readTable } from './import/read';
import { outcomeLines, problemLines } from './import/report';
import type { Problem, Table } from '../cloudfunctions/shared/sheets/rules/table';
import { cloudTarget, localTarget } from './lib/target';
import { type Outcome, writeOrgs } from './import/write';
import { writeBooks } from './import/writeBooks';
import type { Database } from '../cloudfunctions/schema';
import { command } from './lib/command';
import { say } from './lib/say';
import { fromShell } from './lib/settings';

/** Writes what was checked, or with `dryRun` only looks at what it would add. */
type Write = (db: Database, dryRun: boolean) => Promise<Outcome>;
type Ready = { write: Write; unused: string[] } | { problems: Problem[] };

/** `npm run import -- books|orgs FILE`: all rows, or none. */
command({ name: 'import', help: USAGE, read: parseImport }, async (options) => {
  const table = await readTable(fromShell(options.file));
  for (const note of table.notes) say(note);
  const checked = check(options, table);
  if ('problems' in checked) return refuse(table, checked.problems);
  if (checked.unused.length > 0) say(`没有用到的列：${checked.unused.join('、')}`);
  const target = options.env === undefined ? await localTarget('写入', options.data) : cloudTarget('写入', options.env);
  try {
    const outcome = await checked.write(target.db, options.dryRun);
    if (!outcome.ok) return refuse(table, outcome.problems);
    for (const line of outcomeLines(table.rows.length, outcome, options.dryRun)) say(line);
    return 0;
  } finally {
    await target.close();
  }
});

function check({ kind }: ImportOptions, table: Table): Ready {
  if (kind === 'books') {
    const checked = checkBooks(table);
    if (!checked.ok) return checked;
    return { unused: checked.unused, write: (db, dryRun) => writeBooks(db, checked.rows, Date.now(), dryRun) };
  }
  const checked = checkOrgs(table);
  if (!checked.ok) return checked;
  return { unused: checked.unused, write: (db, dryRun) => writeOrgs(db, checked.rows, Date.now(), dryRun) };
}

function refuse(table: Table, problems: readonly Problem[]): number {
  const lines = new Set(problems.map((problem) => problem.line)).size;
  say(`✗ 共 ${table.rows.length} 行，其中 ${lines} 行有误，没有导入任何内容：`);
  for (const line of problemLines(problems)) say(line);
  say('改正后重新运行同一命令即可；已导入过的不会重复。');
  return 1;
}
