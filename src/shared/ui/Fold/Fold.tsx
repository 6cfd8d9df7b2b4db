import { useState } from 'react';
import { View } from '@tarojs/components';
import { useTypeScale } from '../Page/type-scale';
import { TapWord } from '../Tap/TapWord';
import { columnWidth } from './column';
import { isLong } from './lines';
import './Fold.scss';

interface Props {
  text: string;
  /** Lines shown of a text that goes on. */
  lines?: number;
  /** Size of the type at the usual scale, pixels: what `className` sets. */
  size?: number;
  /** Pixels of the line that something else takes, such as a cover beside it. */
  beside?: number;
  /** Of the text itself. */
  className?: string;
}

/** A text that somebody wrote. A long one is folded, so that it does not push everything else off the screen. */
export function Fold({ text, lines = 8, size = 15, beside = 0, className = '' }: Props) {
  const [open, setOpen] = useState(false);
  const type = useTypeScale();
  const long = isLong(text, lines, Math.floor((columnWidth() - beside) / (size * type)));
  const cut = long && !open;
  return (
    <>
      <View
        className={`sx-fold ${cut ? 'sx-fold--cut' : ''} ${className}`}
        style={cut ? `-webkit-line-clamp:${lines}` : ''}
      >
        {text}
      </View>
      {long && (
        <TapWord expanded={open} onTap={() => setOpen(!open)}>
          {open ? '收起' : '展开'}
        </TapWord>
      )}
    </>
  );
}
