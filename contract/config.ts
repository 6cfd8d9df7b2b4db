/*
 * What a committee decides about the product: plain values, read by server and client alike. A change is a commit.
 */

interface Config {
  /**
   * Whether the city's own roles (`isCityOwn` of the role table) need a second person: who gives one proposes it, and it
   * counts when another administrator has agreed.
   */
  secondApproval: { on: boolean; days: number };
  /** After how many days the names that a branch expects are erased when nothing else is said, and at the latest. */
  roster: { days: number; maxDays: number };
}

export const config: Config = {
  secondApproval: { on: false, days: 14 },
  roster: { days: 90, maxDays: 180 },
};
