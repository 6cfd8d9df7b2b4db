import { Text, View } from '@tarojs/components';
import type { Tone } from '@contract/constants';
import './Cover.scss';

interface Props {
  title: string;
  author: string;
  tone: Tone;
  size?: 's' | 'm' | 'l';
}

/** How many characters a title may have before it is set smaller, and smaller again. */
const FITS = 6;
const FITS_SMALLER = 14;

const density = (title: string) => (title.length <= FITS ? 'loose' : title.length <= FITS_SMALLER ? 'close' : 'dense');

/** A subtitle after a colon or in brackets would crowd the label; the full title stands beside every cover anyway. */
export const coverTitle = (title: string): string => title.split(/[：:（(]/)[0]?.trim() || title;

/**
 * A typographic cover drawn from title and author: a label (题签) set vertically on a muted ink tone. Title and author are
 * said beside it or by what it stands in, so a screen reader passes it by.
 */
export function Cover({ title, author, tone, size = 'm' }: Props) {
  const label = coverTitle(title);
  return (
    <View className={`sx-cover sx-cover--${size} sx-cover--${tone}`} ariaHidden>
      <View className={`sx-cover__label sx-cover__label--${density(label)}`}>
        <Text className="sx-cover__title">{label}</Text>
      </View>
      {size !== 's' && <Text className="sx-cover__author">{author}</Text>}
    </View>
  );
}
