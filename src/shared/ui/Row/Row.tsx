import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import './Row.scss';

interface Props {
  title: string;
  /** One line of context. */
  context?: string;
  /** One state, at the end of the line. */
  state?: ReactNode;
  /** A cover or a date, before the title. */
  before?: ReactNode;
  /** Leads to another screen, which a chevron shows; unless it `stays`. */
  onClick?: () => void;
  /** The tap does or chooses something here, so instead of the chevron its title is underlined. */
  stays?: boolean;
  /** What it leads to stands beside the list. */
  current?: boolean;
}

/** A list's row: title, one line of context, one state. */
export function Row({ title, context, state, before, onClick, stays = false, current = false }: Props) {
  const parts = (
    <>
      {before && <View className="sx-row__before">{before}</View>}
      <View className="sx-row__words">
        <Text className="sx-row__title">{title}</Text>
        {context && <Text className="sx-row__context">{context}</Text>}
      </View>
      {state && <View className="sx-row__state">{state}</View>}
    </>
  );
  if (!onClick) return <View className="sx-row">{parts}</View>;
  return (
    <Tap
      className={`sx-row ${stays ? 'sx-row--stays' : 'sx-row--leads'} ${current ? 'sx-row--current' : ''}`}
      pressed="sx-row--pressed"
      current={current}
      onTap={onClick}
    >
      {parts}
    </Tap>
  );
}
