import type { ClientAction } from './action';
import type { ActionName } from './registry';

/**
 * What the client carries of the actions (see `ClientAction`), without their schemas. Made from their declarations by
 * `npm run build -- contract`; do not edit.
 */
export const clientActions: { readonly [N in ActionName]?: ClientAction } = {
  "book.get": {"offline":"seen"},
  "checkin.month": {"offline":"seen"},
  "checkin.ofBook": {"offline":"seen"},
  "event.get": {"offline":"seen"},
  "event.list": {"offline":"pinned"},
  "event.roster": {"served":"admin"},
  "feedback.inbox": {"served":"admin"},
  "feedback.reply": {"served":"admin"},
  "home.today": {"offline":"pinned"},
  "me.session": {"offline":"pinned"},
  "recommendation.get": {"offline":"seen"},
  "recommendation.list": {"offline":"seen"},
  "shelf.list": {"offline":"seen"},
  "shelf.overview": {"offline":"pinned"},
};
