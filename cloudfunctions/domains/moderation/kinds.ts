import type { ModeratedDomains } from '../../shared/moderation/public';
import { eventModeration } from '../event/public';
import { invitationNotes, joinAnswers } from '../invitation/public';
import { nameModeration } from '../me/public';
import { recommendationModeration } from '../recommendation/public';

/** How verdicts on each kind of thing are carried out; a domain whose words are moderated adds its line, from its `public.ts`. */
export const moderated: ModeratedDomains = {
  recommendation: recommendationModeration,
  event: eventModeration,
  invitation: invitationNotes,
  joinAnswer: joinAnswers,
  name: nameModeration,
};
