import { writeFileSync } from 'node:fs';
import { operators } from './operators';
import { inHouse } from './paths';

/** `npm run operators`: writes the document that is made from the registries. */
writeFileSync(inHouse('docs/operators.md'), operators());
