import * as v from 'valibot';
import { whole } from '../../shared/values';
import { invitationDays, PLACES_MAX } from './constants';

/** What all actions on invitations have in common. */

export const days = v.picklist(invitationDays, '请选择有效期');
export const places = whole(1, PLACES_MAX, '人数上限');

const permitted = { who: 'permitted', permission: 'org:invite' } as const;
export const inInput = { ...permitted, scope: 'org in input' } as const;
export const ofThing = { ...permitted, scope: 'org of the thing' } as const;
