import { untilWritten } from '../../../cloudfunctions/kernel/retry';
import { codeOf } from '../../../cloudfunctions/kernel/failure';

describe('a change that others may overtake', () => {
  it('is tried until it was written, and then no more', async () => {
    let tries = 0;
    const attempt = () => Promise.resolve((tries += 1) < 3 ? undefined : 'written');
    await expect(untilWritten(attempt)).resolves.toBe('written');
    expect(tries).toBe(3);
  });

  it('is given up as BUSY when others always come first', async () => {
    const refused = await untilWritten(() => Promise.resolve(undefined)).catch(codeOf);
    expect(refused).toBe('BUSY');
  });

  it('is not tried again when it was refused', async () => {
    let tries = 0;
    const attempt = () => Promise.reject(new Error(`refused at try ${(tries += 1)}`));
    await expect(untilWritten(attempt)).rejects.toThrow('refused at try 1');
    expect(tries).toBe(1);
  });
});
