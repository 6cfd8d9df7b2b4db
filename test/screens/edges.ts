import type { Page } from 'playwright-core';

/**
 * What reaches beyond the edges, by class; nothing when all is well. What lies in a part that scrolls sideways by
 * itself, such as a row of covers, does not count; what the frame around the page cuts off does.
 */
export const beyondEdges = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (node: Element): boolean => {
      const parent = node.parentElement;
      if (!parent || parent.classList.contains('sx-page')) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || scrolls(parent);
    };
    const wide = document.documentElement.scrollWidth > width ? ['the document'] : [];
    const nodes = [...document.querySelectorAll('.sx-page, .sx-page *')].filter((node) => {
      const { left, right, width: own } = node.getBoundingClientRect();
      return own > 0 && (right > width + 1 || left < -1) && !scrolls(node);
    });
    return [...wide, ...new Set(nodes.map((node) => `${node.tagName} ${node.getAttribute('class') ?? ''}`))];
  });
