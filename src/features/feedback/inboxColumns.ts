import type { OfficeTicket } from '@contract/domains/feedback/actions';
import { feedbackKindNames, ticketStateNames } from '@contract/domains/feedback/constants';
import { dayOf } from '@contract/day';
import { dayText } from '@/shared/dayText';
import type { Column } from '@/shared/ui/Table/arrange';

const stateOf = ({ state, replyBy, overdue }: OfficeTicket): string =>
  state === 'answered' || state === 'closed'
    ? ticketStateNames[state]
    : overdue
      ? `过了${dayText(replyBy)}`
      : `${dayText(replyBy)}前`;

/** What was received, one line each. */
export const inboxColumns: Column<OfficeTicket>[] = [
  {
    key: 'ticket',
    title: '编号',
    width: 'minmax(0, 1fr)',
    cell: ({ ticket }) => ticket,
    words: ({ ticket, text, kind }) => [ticket, text, feedbackKindNames[kind]].join('\n'),
  },
  { key: 'kind', title: '类别', width: '56px', cell: ({ kind }) => feedbackKindNames[kind] },
  { key: 'at', title: '收到', width: '72px', cell: ({ at }) => dayText(dayOf(at)) },
  { key: 'state', title: '答复', width: '104px', cell: stateOf, words: stateOf },
];
