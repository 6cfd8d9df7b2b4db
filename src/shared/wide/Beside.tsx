import { useEffect, useRef, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Boundary } from '@/shared/ui/Boundary/Boundary';
import { BesideContext, hasPage, InPane, openPage, type BesideScope, type PaneName } from './chosen';
import { focusPane, useEscape } from './focus';
import { PaneHead } from './Pane';
import { useChosen } from './useChosen';
import { useWide } from './useWide';
import './Beside.scss';

export interface Panes {
  /** Stands in the pane while nothing is chosen; without it a table has the whole window until then. */
  hint?: string;
  /** Each kind of thing: its page's title, and the same component that its page consists of. */
  panes: Partial<Record<PaneName, { title: string; view: (id: string) => ReactNode }>>;
}

/**
 * A list and, where the window has room, what was chosen in it at its side. Rows open things with `useOpen`; on a phone
 * that leads to a page, here into the pane. `Page` puts it to use (`beside`).
 */
export function Beside({ hint, panes, children }: Panes & { children: ReactNode }) {
  const wide = useWide();
  const shows = (name: PaneName) => panes[name] !== undefined;
  const { trail, choose, follow, back, close } = useChosen(shows);
  const last = trail[trail.length - 1];
  const asked = useRef(false);
  const open = wide && (hint !== undefined || last !== undefined);
  const key = last && `${last.name}.${last.id}`;
  useEffect(() => {
    if (asked.current) focusPane();
    asked.current = false;
  }, [key, trail]);
  useEscape(wide && last !== undefined);

  // Whoever chose is led there by eye and by ear; what stands there after a reload does not take the focus.
  const list: BesideScope = {
    shows: (name) => wide && shows(name),
    choose: (chosen) => {
      asked.current = true;
      choose(chosen);
    },
    trail,
    narrow: open && hint === undefined,
  };
  const within: BesideScope = {
    ...list,
    choose: (chosen) => {
      asked.current = true;
      follow(chosen);
    },
  };
  const shown = last && panes[last.name];
  return (
    <View className={`sx-beside ${open ? '' : 'sx-beside--whole'}`}>
      <View className="sx-beside__list">
        <BesideContext.Provider value={list}>{children}</BesideContext.Provider>
      </View>
      {open && (
        <View className="sx-beside__pane" ariaRole="region" ariaLabel={shown?.title}>
          {shown && last ? (
            <>
              <PaneHead
                title={shown.title}
                back={trail.length > 1 ? back : undefined}
                close={hint === undefined ? close : undefined}
                whole={hasPage(last.name) ? () => openPage(last) : undefined}
              />
              <BesideContext.Provider value={within}>
                <InPane.Provider value>
                  <Boundary key={key}>{shown.view(last.id)}</Boundary>
                </InPane.Provider>
              </BesideContext.Provider>
            </>
          ) : (
            <View className="sx-beside__hint">{hint}</View>
          )}
        </View>
      )}
    </View>
  );
}
