import type { OrgKind } from '../../../../contract/roles';
import type { Value } from '../../../kernel/port';

/** One value that becomes another, on the condition that it is still the first. */
export interface Turned<T> {
  readonly from: T;
  readonly to: T;
}

/** What an import does to one org. */
export type OrgAct =
  | {
      readonly do: 'create';
      readonly id: string;
      readonly name: string;
      readonly kind: OrgKind;
      readonly parentId: string;
    }
  | {
      readonly do: 'change';
      readonly id: string;
      readonly name?: Turned<string>;
      readonly parentId?: Turned<string>;
    }
  | { readonly do: 'archive' | 'restore'; readonly id: string };

/** An act as it is stored, and back: both are plain values. */
export const stored = (act: OrgAct): Value => ({ ...act }) as unknown as Value;
export const actOf = (value: Value): OrgAct => value as unknown as OrgAct;
