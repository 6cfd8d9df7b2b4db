import { type ActionName, actions } from '../../contract/registry';
import { type Row, row } from './row';

/**
 * The round trips of a call as rows: those that a budget is about, and the one that writes the entry of an action that is
 * audited, which is counted apart.
 */
export function tripRows(label: string, action: ActionName, trips: number, budget: number | null): Row[] {
  if (actions[action].audited !== true) return [row(label, trips, 'round trips', budget)];
  return [row(label, trips - 1, 'round trips', budget), row(`${label}，写入审计`, 1, 'round trips')];
}
