/**
 * Raised by one with every change of the contract that a client of before would stumble over; `npm run check` finds such
 * changes (docs/adr/0022). Clients send it with each call: an older one is told to update, a newer one to wait.
 */
export const CONTRACT_VERSION = 5;
