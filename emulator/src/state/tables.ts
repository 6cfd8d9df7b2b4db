import type { OwnedTable } from '../store/owned-table';
import { wechatTable } from '../wechat/records';

/**
 * The tables that services keep besides documents and stored files. A service that keeps state of its own adds its
 * tables here; export and import then have them.
 */
export const ownedTables: readonly OwnedTable[] = [wechatTable];
