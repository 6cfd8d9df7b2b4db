import { init } from '@cloudbase/node-sdk';
import type { Files } from '../../cloudfunctions/kernel/files';
import type { Database } from '../../cloudfunctions/schema';
import { openDatabase } from '../../cloudfunctions/kernel/sdk';
import { createFiles } from '../../cloudfunctions/kernel/storage';

function local(adminUrl: string) {
  // Otherwise the SDK asks for a host of Tencent's network before every request, to learn whether it runs there.
  process.env.TENCENTCLOUD = 'true';
  // The emulator checks no signature, but the SDK wants something to sign with.
  return init({ env: 'local', serviceUrl: adminUrl, secretId: 'local', secretKey: 'local', timeout: 60_000 });
}

/** The database of a running emulator, through the same port and SDK as the functions use. */
export const localDatabase = (adminUrl: string): Database => openDatabase(local(adminUrl));

/** Its storage, in the same way. */
export const localFiles = (adminUrl: string): Files => createFiles(local(adminUrl));

/** The database of a real environment. */
export function cloudDatabase(env: string, secretId: string, secretKey: string): Database {
  return openDatabase(init({ env, secretId, secretKey, timeout: 15_000 }));
}
