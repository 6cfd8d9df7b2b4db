import { formDate, formTime } from '../../../../contract/day';
import { EXPORT_SECONDS, type ExportFormat } from '../../../../contract/shared/exports/constants';
import type { Download } from '../../../../contract/shared/exports';
import type { ExportDoc } from '../shape';

export interface Asked extends Pick<ExportDoc, 'kind' | 'params' | 'sight' | 'title'> {
  format: ExportFormat;
  /** What it is for. */
  purpose: string;
}

/** What no phone and no computer takes in the name of a file. */
const notInNames = /[\\/:*?"<>|\p{Cc}]/gu;

/** What is noted of a file when it is asked for. */
export function newExport(
  _id: string,
  { id: memberId, name }: { id: string; name: string },
  { purpose, ...asked }: Asked,
  now: number,
): ExportDoc {
  const time = `${formDate(now)} ${formTime(now)}`;
  return {
    _id,
    memberId,
    ...asked,
    fileName: `${asked.title} ${formDate(now)}.${asked.format}`.replace(notInNames, ' '),
    watermark: `${name} 于 ${time} 导出，用于${purpose}。含个人信息，请勿外传，用毕删除。编号 ${_id}`,
    state: 'making',
    rows: 0,
    all: null,
    parts: [],
    path: null,
    size: null,
    at: now,
    expiresAt: now + EXPORT_SECONDS * 1000,
  };
}

/** The file as the person sees it; `failed`: its job was given up. */
export const exportView = (doc: ExportDoc, failed = false): Download => ({
  id: doc._id,
  title: doc.title,
  fileName: doc.fileName,
  format: doc.format,
  state: failed && doc.state === 'making' ? 'failed' : doc.state,
  progress: doc.state === 'making' && !failed ? { done: doc.rows, all: doc.all } : null,
  rows: doc.rows,
  size: doc.size,
  askedAt: doc.at,
  expiresAt: doc.expiresAt,
});

/** Where the n-th part of a file lies while it is made, and where the file does. */
export const partPath = ({ _id }: Pick<ExportDoc, '_id'>, index: number): string => `export/${_id}/${index}.json`;
export const filePath = ({ _id, format }: Pick<ExportDoc, '_id' | 'format'>): string => `export/${_id}/file.${format}`;
