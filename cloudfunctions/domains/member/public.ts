import { openOwn } from '../../kernel/own';
import { among } from '../../kernel/port';
import { WAITING_EACH } from '../../shared/waiting/rules/order';
import type { WaitingProvider } from '../../shared/waiting/shape';
import { memberCollections } from './collections';
import { mergesToReview } from './merges';
import { openStates } from './rules/merging';
import { mergeWaiting } from './rules/mergeWaiting';

/** Merges of two records that this person is asked about, as one of the two or above them, or that he began. */
export const mergesWaiting: WaitingProvider = async (others, viewer) => {
  const { merges } = openOwn(others, memberCollections);
  const own = merges.find(
    { people: viewer._id, state: among(openStates) },
    { sort: [['at', -1]], limit: WAITING_EACH },
  );
  const above = mergesToReview({ merges }, viewer, WAITING_EACH);
  const open = await Promise.all([own, above]);
  return open.flat().flatMap((merge) => mergeWaiting(merge, viewer._id));
};
