import * as v from 'valibot';

/** A file in a reply, to be saved by the phone or the browser. */
export const sheetFile = v.object({ fileName: v.string(), base64: v.string() });
export type SheetFile = v.InferOutput<typeof sheetFile>;
