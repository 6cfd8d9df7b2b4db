const watched = new WeakSet<Element>();

function describe(bar: Element): void {
  bar.setAttribute('role', 'navigation');
  bar.setAttribute('aria-label', '主导航');
  for (const item of bar.querySelectorAll('.weui-tabbar__item')) {
    if (item.classList.contains('weui-bar__item_on')) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
}

/** Taro's tab bar shows which tab is open by colour only; this says it. */
export function describeTabs(): void {
  const bar = document.querySelector('.taro-tabbar__tabbar');
  if (!bar) return;
  describe(bar);
  if (watched.has(bar)) return;
  watched.add(bar);
  new MutationObserver(() => describe(bar)).observe(bar, {
    subtree: true,
    attributes: true,
    attributeFilter: ['class'],
    childList: true,
  });
}
