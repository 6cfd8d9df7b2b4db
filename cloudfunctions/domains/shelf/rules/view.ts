import type { ShelfItem } from '../../../../contract/domains/shelf/actions';
import type { ShelfDoc } from '../collections';

/** A book on the shelf, or null where it was taken off. */
export const shelfItemView = ({ book, status, since }: ShelfDoc): ShelfItem | null =>
  status === null ? null : { book, status, since };
