import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../support/weapp/app';
import { launch } from '../support/weapp/launch';

/*
 * Taro numbers a component's attributes, once in the templates and once in the app. Our plugin adds the aria attributes
 * to both (config/aria-plugin.ts); were they to differ, every attribute would land in another one's place, unseen.
 */
type Node = Record<string, unknown> & { cl?: string; cn?: Node[] };

const flat = (node: Node): Node[] => [node, ...(node.cn ?? []).flatMap(flat)];
const templates = readFileSync(join(DIST, 'base.wxml'), 'utf8');
/** `aria-role` → `p6`, by the template of a view that takes taps. */
const view = /<view hover-class="[^>]*>/.exec(templates)?.[0] ?? '';
const shortName = (attribute: string) => new RegExp(` ${attribute}="{{[^}]*?i\\.(\\w+)`).exec(view)?.[1] ?? '';

describe('what a screen reader hears in the built mini-program', () => {
  const phone = launch('youth');
  let nodes: Node[];
  const withClass = (name: string) => nodes.filter(({ cl }) => cl?.split(' ').includes(name));
  beforeAll(async () => {
    const page = phone.open('pages/me/index');
    await page.shows('林晓');
    nodes = flat((page.given as { root: Node }).root);
    page.close();
  });

  it('the link to 投诉建议 is a link', () => {
    expect(withClass('sx-page__complain').map((node) => node[shortName('aria-role')])).toEqual(['link']);
  });

  it('exactly one of the type sizes is told as chosen', () => {
    const chosen = withClass('sx-chips__one').map((node) => node[shortName('aria-checked')]);
    expect(chosen).toEqual([true, false, false, false]);
  });

  it('attributes beside the added ones have kept their places', () => {
    const row = withClass('sx-row')[0];
    expect(` ${view}`).toContain('hover-class="{{');
    expect(row?.[/hover-class="{{i\.(\w+)/.exec(view)?.[1] ?? '']).toBe('sx-row--pressed');
  });
});
