/** Characters of an invitation's code, each of 29 that cannot be mistaken for another: 58 bits (docs/mechanisms/joining.md). */
export const CODE_LENGTH = 12;
/** Characters that codes are made of; no 0 and O, no 1, I and L, no U and V. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** For how many days an invitation can be used, as it may be chosen; the first is what is meant when nothing is said. */
export const invitationDays = [30, 7, 90, 180] as const;
export const INVITATION_DAYS = invitationDays[0];
/** Most people that one invitation lets in. */
export const PLACES_MAX = 2000;
export const NOTE_MAX = 40;
/** Days in which a request to join is answered, or lapses. */
export const REQUEST_DAYS = 14;
/** Days in which a decision on a request can be taken back. */
export const UNDO_DAYS = 1;
export const SENTENCE_MAX = 100;

/** Wrong codes that the whole city gets in an hour before those who type wrong ones are held back. */
export const CITY_WRONG_MAX = 300;
/** Wrong codes that one person gets in an hour then. */
export const WRONG_MAX = 3;

/** Roles that people from outside get by an invitation; they belong to no org by it. */
export const outsideRoles = ['judge', 'lecturer'] as const;
export type OutsideRole = (typeof outsideRoles)[number];

/** How a request to join stands; one that nobody answered in time has lapsed. */
export const requestStates = ['waiting', 'approved', 'declined', 'withdrawn', 'lapsed'] as const;
export type RequestState = (typeof requestStates)[number];

/** How an invitation stands. */
export const invitationStates = ['open', 'full', 'expired', 'revoked'] as const;
export type InvitationState = (typeof invitationStates)[number];
export const invitationStateNames: Record<InvitationState, string> = {
  open: '可用',
  full: '已满',
  expired: '已过期',
  revoked: '已停用',
};

/** Why a code lets nobody in. */
export const joinRefusals = [
  'JOIN_CODE_UNKNOWN',
  'JOIN_HELD_BACK',
  'JOIN_ORG_CLOSED',
  'INVITATION_OWN',
  'INVITATION_EXPIRED',
  'INVITATION_REVOKED',
  'INVITATION_FULL',
] as const;

/** The page that an invitation's link and code open; people keep and print them, so it never changes. */
export const JOIN_PAGE = 'packages/join/enter/index';
/** Before the code in what a mini-program code carries (`scene`, at most 32 characters). */
export const SCENE = 'c=';
