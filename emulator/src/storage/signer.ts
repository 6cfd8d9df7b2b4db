import { createHmac, timingSafeEqual } from 'node:crypto';

/** Why a signed address or header is not accepted. */
export type SignatureFault = 'mismatch' | 'expired';

/** Signs and checks what gives access to one path until a moment. Stateless: the key is all there is to keep. */
export class Signer {
  constructor(
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  /** Signature of `purpose` on `path`, valid for `seconds` from now. */
  sign(purpose: 'get' | 'put', path: string, seconds: number): { expires: number; signature: string } {
    const expires = Math.floor(this.now() / 1000) + seconds;
    return { expires, signature: this.digest(purpose, path, expires) };
  }

  /** `undefined` when the signature is right and still valid. */
  fault(purpose: 'get' | 'put', path: string, expires: number, signature: string): SignatureFault | undefined {
    const expected = Buffer.from(this.digest(purpose, path, expires));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'mismatch';
    return expires * 1000 <= this.now() ? 'expired' : undefined;
  }

  private digest(purpose: string, path: string, expires: number): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, path, expires]))
      .digest('hex');
  }
}
