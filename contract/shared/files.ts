import * as v from 'valibot';
import { fileKinds, filePurposes, fileRules, fileVerdicts } from './files/constants';
import { id, whole } from './values';

const largest = Math.max(...filePurposes.map((purpose) => fileRules[purpose].maxBytes));

/** What is said of a file before it is uploaded. */
export const announcedFile = {
  purpose: v.picklist(filePurposes),
  kind: v.picklist(fileKinds),
  /** Bytes. */
  size: whole(1, largest, '文件大小'),
};

/** A file as people see it who may; its address is asked for with `file.open`. */
export const fileView = v.object({
  id,
  kind: v.picklist(fileKinds),
  /** Bytes. */
  size: v.number(),
  /** Of a picture, pixels. */
  width: v.nullable(v.number()),
  height: v.nullable(v.number()),
  verdict: v.picklist(fileVerdicts),
});
export type FileView = v.InferOutput<typeof fileView>;

/** The ids of files that a thing takes along. */
export const fileIds = (purpose: (typeof filePurposes)[number]) =>
  v.pipe(
    v.array(id),
    v.maxLength(fileRules[purpose].most, `最多 ${fileRules[purpose].most} 个${fileRules[purpose].name}`),
  );
