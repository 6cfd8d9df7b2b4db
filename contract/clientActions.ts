import type { ClientAction } from './action';
import type { ActionName } from './registry';

/**
 * What the client carries of the actions (see `ClientAction`), without their schemas. Made from their declarations by
 * `npm run build -- contract`; do not edit.
 */
export const clientActions: { readonly [N in ActionName]?: ClientAction } = {
  "book.add": {"stale":["book.search"]},
  "book.correct": {"stale":["book.","home.","recommendation.","shelf."],"behind":["BOOK_NOT_FOUND"]},
  "book.get": {"offline":"seen"},
  "checkin.month": {"offline":"seen"},
  "checkin.ofBook": {"offline":"seen"},
  "checkin.remove": {"stale":["checkin.","home."]},
  "checkin.submit": {"stale":["checkin.","home."],"behind":["BOOK_NOT_FOUND"]},
  "checkin.undo": {"stale":["checkin.","home."]},
  "event.cancelSignup": {"stale":["event.","home."],"behind":["SIGNUP_NOT_FOUND","EVENT_CLOSED"]},
  "event.create": {"stale":["event.","home."]},
  "event.get": {"offline":"seen"},
  "event.list": {"offline":"pinned"},
  "event.revise": {"stale":["event.","home."],"behind":["EVENT_CANCELLED"]},
  "event.roster": {"served":"admin"},
  "event.setCancelled": {"stale":["event.","home."]},
  "event.signUp": {"stale":["event.","home."],"behind":["EVENT_CLOSED","EVENT_CANCELLED","EVENT_FULL","ALREADY_SIGNED_UP"]},
  "feedback.inbox": {"served":"admin"},
  "feedback.reply": {"served":"admin","stale":["feedback.","home."]},
  "feedback.submit": {"stale":["feedback."]},
  "home.seen": {"stale":["home."]},
  "home.today": {"offline":"pinned"},
  "me.join": {"stale":"all","behind":["ALREADY_JOINED"]},
  "me.session": {"offline":"pinned"},
  "recommendation.create": {"stale":["recommendation.","book.get","home."],"behind":["BOOK_NOT_FOUND"]},
  "recommendation.get": {"offline":"seen"},
  "recommendation.list": {"offline":"seen"},
  "recommendation.revise": {"stale":["recommendation.","book.get","home."],"behind":["ALREADY_PUBLISHED"]},
  "recommendation.setWithdrawn": {"stale":["recommendation.","book.get","home."]},
  "shelf.list": {"offline":"seen"},
  "shelf.move": {"stale":["shelf.","book.get","recommendation.get","home."],"behind":["BOOK_NOT_FOUND","DESK_FULL"]},
  "shelf.overview": {"offline":"pinned"},
  "shelf.undo": {"stale":["shelf.","book.get","recommendation.get","home."],"behind":["BOOK_NOT_FOUND","DESK_FULL"]},
};
