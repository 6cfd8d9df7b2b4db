/** Tests that start a whole system: a machine that is busy with something else makes them slow, not wrong. */
jest.setTimeout(60_000);
