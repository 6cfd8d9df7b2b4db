import type { ExportFormat } from '../../../contract/shared/exports/constants';
import type { MemberContext } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import type { Doc, Scalar } from '../../kernel/port';

/** What somebody may have of a list: nothing, with telephones masked and without what is for few, or all of it. */
export type ExportSight = 'none' | 'masked' | 'full';

/** What a list is asked for with: ids and choices, never texts of people. */
export type ExportParams = Readonly<Record<string, Scalar>>;

/** One file that somebody asked for. */
export interface ExportDoc extends Doc {
  memberId: string;
  kind: string;
  params: ExportParams;
  format: ExportFormat;
  title: string;
  fileName: string;
  /** The line at its end: who had it made, when, for what. */
  watermark: string;
  state: 'making' | 'ready';
  /** What the person could see when he asked. */
  sight: Exclude<ExportSight, 'none'>;
  rows: number;
  /** Rows there will be; null where nobody knows before the end. */
  all: number | null;
  /** Where parts lie while it is made; none once it is. */
  parts: string[];
  /** Where it lies; null until it is made. */
  path: string | null;
  /** Bytes. */
  size: number | null;
  at: number;
  expiresAt: number;
}

export interface ExportColumn<R> {
  readonly title: string;
  /** Characters of Latin letters; a Chinese one is two. Default 16. */
  readonly width?: number;
  readonly value: (row: R) => string | number | null;
  /** Shown with its middle hidden, or left out, to whoever may not have all; absent: shown to everybody who may have the list. */
  readonly unlessFull?: 'masked' | 'left out';
}

/** Rows of one step, a few hundred, and where the next begins. */
export interface ExportPage<R> {
  readonly rows: readonly R[];
  /** Null at the end. */
  readonly next: string | null;
  /** Rows there will be in all, where it is known. */
  readonly all?: number;
}

/** Whoever may have a file must be asked for it again when it is opened: all that `download.open` needs to know. */
export interface Opening<P extends ExportParams = ExportParams> {
  /** Lower-case letters, one for each list. */
  readonly kind: string;
  /** What the viewer may have of it now. Asked when the file is asked for and each time it is opened. */
  sight(context: Pick<MemberContext, 'others' | 'viewer' | 'now'>, params: P): Promise<ExportSight>;
}

/** A list that people may take along. `R` is plain data: rows lie in storage between two steps. */
export interface ExportDefinition<P extends ExportParams, R> extends Opening<P> {
  /** What it is for, for the line at its end: 核对支部名册. */
  readonly purpose: string;
  readonly columns: readonly ExportColumn<R>[];
  /** One step, through an index; `cursor` is what the step before gave. */
  rows(
    others: Others,
    params: P,
    at: { cursor: string | undefined; now: number; sight: ExportDoc['sight'] },
  ): Promise<ExportPage<R>>;
  /** Lines below the rows, such as seals; asked for once, at the end. */
  notes?(others: Others, params: P): Promise<readonly string[]>;
}

/** A definition whose rows are its own business. */
export type AnyExport = ExportDefinition<ExportParams, unknown>;
