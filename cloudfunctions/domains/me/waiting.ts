import { mergesWaiting } from '../member/public';
import { feedbackWaiting } from '../feedback/public';
import { invitationWaiting } from '../invitation/public';
import { moderationWaiting } from '../moderation/public';
import { transferWaiting } from '../transfer/public';
import { roleWaiting } from '../role/public';
import type { WaitingProvider } from '../../shared/waiting/shape';

/** What 我的 shows as waiting: a domain with something that may wait for a person adds its line, from its `public.ts`. */
export const waitingProviders: readonly WaitingProvider[] = [
  invitationWaiting,
  roleWaiting,
  transferWaiting,
  mergesWaiting,
  moderationWaiting,
  feedbackWaiting,
];
