import { createHash } from 'node:crypto';
import type { Records } from './records';

export interface Grant {
  openid: string;
  templateId: string;
  left: number;
}

/** One-time agreements to subscription messages: each lets one message of the template through. */
export class Consents {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  list(): Grant[] {
    return this.records
      .list<Grant>('consent')
      .map(({ value }) => value)
      .filter(({ left }) => left > 0);
  }

  grant(openid: string, templateId: string, times = 1): void {
    this.set(openid, templateId, this.left(openid, templateId) + times);
  }

  /** Takes all of a user's agreements to a template back. */
  revoke(openid: string, templateId: string): void {
    this.records.remove('consent', idOf(openid, templateId));
  }

  /** The line with this public id; see `publicIdOf`. */
  find(publicId: string): Grant | undefined {
    return this.list().find((grant) => publicIdOf(grant) === publicId);
  }

  left(openid: string, templateId: string): number {
    return this.records.get<Grant>('consent', idOf(openid, templateId))?.value.left ?? 0;
  }

  /** Uses one agreement up; false where there is none. */
  use(openid: string, templateId: string): boolean {
    const left = this.left(openid, templateId);
    if (left === 0) return false;
    this.set(openid, templateId, left - 1);
    return true;
  }

  private set(openid: string, templateId: string, left: number): void {
    if (left === 0) this.revoke(openid, templateId);
    else this.records.put('consent', idOf(openid, templateId), this.now(), { openid, templateId, left });
  }
}

/** Names a line where an openid must not be told. */
export const publicIdOf = ({ openid, templateId }: Grant): string =>
  createHash('sha256').update(idOf(openid, templateId)).digest('hex').slice(0, 16);

const idOf = (openid: string, templateId: string): string => `${openid} ${templateId}`;
