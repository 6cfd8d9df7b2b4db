import { ownExport } from '../owndata/public';
import { exportJob, type AnyExport, type Opening } from '../../shared/exports/public';

/** Lists that people may take along, one line each, from the domains' `public.ts`. */
export const lists: readonly AnyExport[] = [];

/** Files that a job of their own makes. */
const made: readonly (Opening & { readonly job: string })[] = [ownExport];

/** What is asked when a file is opened, by the kind of the file. */
export const openings: ReadonlyMap<string, Opening> = new Map(
  [...lists, ...made].map((opening) => [opening.kind, opening]),
);

/** The kinds of the jobs that make them, where it is one of their own. */
export const jobs: ReadonlyMap<string, string> = new Map(made.map(({ kind, job }) => [kind, job]));

/** By their kinds. */
export const downloadJobs = { export: exportJob(lists) };
