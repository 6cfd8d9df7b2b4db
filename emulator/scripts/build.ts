import { rmSync } from 'node:fs';
import { bundleInto } from './bundle';
import { inHouse } from './paths';

/** `npm run build`: everything that the package runs, in `dist/`; its types are made by the compiler after it. */
const dist = inHouse('dist');
rmSync(dist, { recursive: true, force: true });
void bundleInto(dist);
