import * as cloudIdentity from '@/shared/backend/cloud/identity';
import * as cloudPersonaSwitch from '@/shared/backend/cloud/PersonaSwitch';
import * as cloudTransport from '@/shared/backend/cloud/transport';
import * as cloudUpload from '@/shared/backend/cloud/upload';
import * as localIdentity from '@/shared/backend/local/identity';
import * as localPersonaSwitch from '@/shared/backend/local/PersonaSwitch';
import * as localTransport from '@/shared/backend/local/transport';
import * as localUpload from '@/shared/backend/local/upload';

/** Each module of the one is given the type of the other, so that the compiler compares them as well. */
const pairs: [string, object, object][] = [
  ['transport', cloudTransport satisfies typeof localTransport, localTransport satisfies typeof cloudTransport],
  ['upload', cloudUpload satisfies typeof localUpload, localUpload satisfies typeof cloudUpload],
  ['identity', cloudIdentity satisfies typeof localIdentity, localIdentity satisfies typeof cloudIdentity],
  [
    'PersonaSwitch',
    cloudPersonaSwitch satisfies typeof localPersonaSwitch,
    localPersonaSwitch satisfies typeof cloudPersonaSwitch,
  ],
];

test.each(pairs)('%s is the same to whoever uses it, locally and in the cloud', (_name, cloud, local) => {
  expect(Object.keys(cloud).sort()).toEqual(Object.keys(local).sort());
});
