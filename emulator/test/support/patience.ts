/** A machine that is busy with something else makes tests slow, not wrong. */
jest.setTimeout(60_000);
