import type { Personas } from '../gateway/personas';
import type { Person } from './types';

/** The shape of an openid. WeChat's have 28 characters; those of demo users may be longer or shorter. */
const OPENID = /^[A-Za-z0-9_-]{6,128}$/;

export const isOpenid = (value: unknown): value is string => typeof value === 'string' && OPENID.test(value);

/** Who an openid is, without telling the openid. */
export class People {
  constructor(private readonly personas: Personas) {}

  describe(openid: string): Person {
    const persona = this.personas.withOpenid(openid);
    if (persona) return { label: persona.label, persona: persona.id };
    return { label: `${openid.slice(0, 3)}…${openid.slice(-2)}` };
  }

  /** The openid of a persona. */
  openidOf(persona: string): string | undefined {
    return this.personas.find(persona)?.openid;
  }
}
