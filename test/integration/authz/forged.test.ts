import { encodeCursor } from '../../../cloudfunctions/kernel/paging';
import { not } from '../../../cloudfunctions/kernel/port';
import type { Reply } from '../../../contract/errors';
import { functionOf } from '../../../contract/functions';
import { actions, type ActionName } from '../../../contract/registry';
import { tellFigure } from '../../support/figures';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { textsIn } from '../stale/replies';
import { buildCity, canary, inputs, openidOf, sendHome, type Who } from './city';

/* What a client claims of himself, or of where a list goes on, is worth nothing; nothing of other orgs comes out. */

const names = Object.keys(actions) as ActionName[];
const lists = names.filter(
  (name) => 'cursor' in (actions[name].input as unknown as { entries: Record<string, unknown> }).entries,
);
const callers: readonly Who[] = ['otherMember', 'member', 'siblingSecretary', 'cityAdmin'];
/** Orgs of which these see nothing. */
const hidden: Partial<Record<Who, readonly string[]>> = { otherMember: ['b1', 'b2', 'd1'], member: ['b2', 'b3'] };

const raw = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** Positions that no page ended with, other people's, and what only looks like one. */
const cursors: Readonly<Record<string, string>> = {
  'before everything, by number': encodeCursor([-1e308, '']),
  'before everything, by text': encodeCursor(['', '']),
  'the far future': encodeCursor([1e308, '~']),
  'beyond all texts': encodeCursor(['\uffff', '\uffff']),
  'another person’s thing': encodeCursor([1, 'f-b1']),
  'a thing of another org': encodeCursor(['orgb3', 'e-b3']),
  'an operator': raw('{"$gt":""}'),
  'operators within': raw('[{"$ne":1},{"$regex":".*"}]'),
  'an operator for the id': raw('[1,{"$ne":"x"}]'),
  'nothing within': raw('[null,null]'),
  'too little': raw('[1]'),
  'too much': raw('[1,"x","orgId","b1"]'),
  'what is no number': raw('[1e999,"x"]'),
  'a yes': raw('[true,"x"]'),
  'a prototype': raw('{"__proto__":[1,"x"],"length":2}'),
  'no code at all': 'AAAA',
  'a long one': encodeCursor(['x'.repeat(400), 'y']),
};

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

const measured = { forged: 0, faults: 0 };
afterAll(() => {
  const { forged, faults } = measured;
  const said = `${lists.length} 个列表 × ${callers.length} 种身份的 ${forged} 个伪造翻页位置：泄露或出错 ${faults}`;
  tellFigure('18', { said, ok: faults === 0 && forged > 0 });
});

const ask = (who: Who, action: ActionName, cursor?: string, place = 'b1'): Promise<Reply<unknown>> => {
  const input = { ...inputs[action](place), ...(cursor === undefined ? {} : { cursor }) };
  return stack.send(openidOf(who), { action, input }, functionOf(action));
};

const shown = (reply: Reply<unknown>): string[] =>
  reply.ok ? textsIn({ ...(reply.data as object), next: undefined }) : [];

/** Every text of a list, page by page, or the refusal. */
async function honest(who: Who, action: ActionName): Promise<{ texts: Set<string>; outcome: string }> {
  const texts = new Set<string>();
  let reply = await ask(who, action);
  const outcome = reply.ok ? 'ok' : reply.code;
  for (let pages = 0; pages < 50 && reply.ok; pages += 1) {
    for (const text of shown(reply)) texts.add(text);
    const { next } = reply.data as { next?: string | null };
    if (typeof next !== 'string') break;
    reply = await ask(who, action, next);
  }
  return { texts, outcome };
}

it.each(lists)(
  '%s with a forged cursor shows nothing that the list itself would not, and never breaks',
  async (action) => {
    const wrong: unknown[] = [];
    for (const who of callers) {
      await stack.db.limits.remove({ _id: not('') });
      const { texts, outcome } = await honest(who, action);
      for (const [name, cursor] of Object.entries(cursors)) {
        const reply = await ask(who, action, cursor);
        const got = reply.ok ? 'ok' : reply.code;
        const strange = shown(reply).filter((text) => !texts.has(text));
        const told = (hidden[who] ?? []).filter((orgId) => JSON.stringify(reply).includes(canary(orgId)));
        measured.forged += 1;
        if (['ok', 'BAD_INPUT', outcome].includes(got) && strange.length + told.length === 0) continue;
        measured.faults += 1;
        wrong.push([who, name, got, strange, told]);
      }
    }
    expect(wrong).toEqual([]);
  },
);

it('no secret of another org is in any reply or in any line of the log', async () => {
  const secrets: Partial<Record<Who, readonly string[]>> = {
    otherMember: ['b1', 'b2', 'd1', 'm', 'a'],
    member: ['b2', 'b3', 'm', 'a'],
  };
  let replies = 0;
  const found: unknown[] = [];
  for (const [who, secret] of Object.entries(secrets) as [Who, readonly string[]][]) {
    // What an organiser has published of an event is shown to whoever has the link.
    for (const action of names.filter((name) => name !== 'event.preview')) {
      // What he has joined by a code that he was given is his to see.
      await sendHome(stack);
      for (const place of secret) {
        const reply = JSON.stringify(await ask(who, action, undefined, place));
        const told = secret.filter((other) => reply.includes(canary(other)));
        replies += 1;
        if (told.length > 0 || reply.includes('openid-')) found.push([who, action, place, told]);
      }
    }
  }
  const logged = stack.logged.filter((line) => /canary|openid-/.test(line));
  const said = `${replies} 个答复、${stack.logged.length} 行日志：暗记 ${found.length + logged.length}`;
  tellFigure('17', { said, ok: found.length + logged.length === 0 });
  expect([found, logged]).toEqual([[], []]);
}, 60_000);

describe('through the gateway', () => {
  const claimed = {
    openId: 'openid-cityAdmin',
    identity: { openId: 'openid-cityAdmin' },
    userInfo: { openId: 'openid-cityAdmin' },
  };
  const event = { action: 'feedback.inbox', input: {}, ...claimed, OPENID: 'openid-cityAdmin', wxContext: claimed };
  const post = async (headers: Record<string, string>) => {
    const response = await fetch(`${stack.url}/gateway/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'admin', data: event, ...claimed, persona: 'admin' }),
    });
    return { status: response.status, text: await response.text() };
  };

  it.each([
    ['in the body alone', {}],
    ['by the header of a real cloud', { 'x-wx-openid': 'openid-cityAdmin', 'x-wx-source': 'wx_client' }],
    ['by an openid in the place of a persona', { 'x-emulator-persona': 'openid-cityAdmin' }],
    ['by a persona that does not exist', { 'x-emulator-persona': '__proto__' }],
  ])('an identity that is claimed %s is none', async (_, headers) => {
    const { status, text } = await post(headers);
    expect(status === 200 ? (JSON.parse(text) as { result?: unknown }).result : { ok: false }).toMatchObject({
      ok: false,
    });
    expect(text).not.toContain('canary');
  });
});
