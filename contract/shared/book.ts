import * as v from 'valibot';
import { shelfStatuses } from '../domains/shelf/constants';
import { tones } from '../domains/book/constants';
import { id } from './values';

/** Book (书目): facts only. */
export const bookRef = v.object({
  id,
  title: v.string(),
  author: v.string(),
  publisher: v.nullable(v.string()),
  isbn: v.nullable(v.string()),
  tone: v.picklist(tones),
});
export type BookRef = v.InferOutput<typeof bookRef>;

export const shelfStatus = v.picklist(shelfStatuses);
