import { Text, View } from '@tarojs/components';
import type { Tone } from '@contract/domains/book/constants';
import { labelOf, markOf } from './title';
import './Cover.scss';

interface Props {
  title: string;
  author: string;
  tone: Tone;
  /** `s` is for rows, where title and author stand beside it: it shows one character. */
  size?: 's' | 'm' | 'l';
}

/**
 * A typographic cover drawn from title and author: a label (题签) set vertically on a muted ink tone. Title and author are
 * said beside it or by what it stands in (`coverName`), so a screen reader passes it by.
 */
export function Cover({ title, author, tone, size = 'm' }: Props) {
  const small = size === 's';
  const { text, rows, set } = small ? { text: markOf(title), rows: 1, set: 'mark' } : labelOf(title);
  return (
    <View className={`sx-cover sx-cover--${size} sx-cover--${tone}`} ariaHidden>
      <View className={`sx-cover__label sx-cover__label--${set}`} style={`--rows:${rows}`}>
        <Text className="sx-cover__title">{text}</Text>
      </View>
      {/* The space keeps the last word of the title and the first of the author apart. */}
      {!small && <Text className="sx-cover__author">{` ${author}`}</Text>}
    </View>
  );
}
