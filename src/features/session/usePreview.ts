import { dayLabel, dayOf, formTime } from '@contract/day';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import type { Thing } from './arrival';

/** What is said of a thing to whoever has a link to it. */
export interface Preview {
  kind: string;
  title: string;
  lines: string[];
  /** To somebody of another organisation: for whom it is, and what there is for him. */
  elsewhere: { why: string; label: string; open: () => void } | null;
}

const at = (instant: number): string => `${dayLabel(dayOf(instant))} ${formTime(instant)}`;

/** What an organiser has published of the thing; undefined while it is asked for, or where there is nothing to show. */
export function usePreview(thing: Thing | undefined): { preview: Preview | undefined; pending: boolean } {
  const id = thing?.id ?? '';
  const event = useQueryCall('event.preview', { id }, { enabled: thing?.name === 'eventDetail' });
  const recommendation = useQueryCall('recommendation.preview', { id }, { enabled: thing?.name === 'recommendation' });
  const book = useQueryCall('book.preview', { bookId: id }, { enabled: thing?.name === 'bookDetail' });
  const pending = event.pending || recommendation.pending || book.pending;
  return { preview: wordsOf({ event: event.data, recommendation: recommendation.data, book: book.data }), pending };
}

interface Replies {
  event?: { title: string; startsAt: number; place: string; orgName: string } | undefined;
  recommendation?: { book: { title: string; author: string }; orgName: string } | undefined;
  book?: { title: string; author: string } | undefined;
}

function wordsOf({ event, recommendation, book }: Replies): Preview | undefined {
  if (event) {
    const { title, startsAt, place, orgName } = event;
    const elsewhere = {
      why: `这场活动由${orgName}主办，只面向它的成员。想参加，可以直接联系主办组织。`,
      label: '看看能报名的活动',
      open: () => go('events', { which: 'open' }),
    };
    return { kind: '活动', title, lines: [at(startsAt), place, `主办 ${orgName}`], elsewhere };
  }
  if (recommendation) {
    const { book: of, orgName } = recommendation;
    const elsewhere = {
      why: `这条荐书由${orgName}推荐给它的成员。书本身，大家都能找到。`,
      label: '找这本书',
      open: () => go('bookSearch', { q: of.title }),
    };
    return { kind: '书记荐书', title: `《${of.title}》`, lines: [of.author, orgName], elsewhere };
  }
  return book && { kind: '书目', title: `《${book.title}》`, lines: [book.author], elsewhere: null };
}
