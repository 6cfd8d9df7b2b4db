import { page } from './declare';

/** All controls on one page, to be looked at on a laptop. */
export const gallery = {
  controls: page('packages/gallery/controls', { only: 'h5' }),
};
