import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useTypeScale } from '../Page/type-scale';
import { AT_FIRST, CHUNK, afterLook, groupsOf, type Chunk } from './chunks';
import { watchChunks } from './watch';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** About how high a row is at the usual size of type, pixels. */
  rowHeight: number;
  /** One row. It must not remember anything: out of sight it is gone. */
  children: (item: T) => ReactNode;
}

/** A list of so many is drawn whole. */
const SHORT = CHUNK * 2;

let lists = 0;

/**
 * Rows of a list of any length; of a long one only those near the window are drawn. A short one lies in a chunk as well:
 * a list that grows keeps its rows, and a row the focus.
 */
export function LongList<T>({ items, keyOf, rowHeight, children }: Props<T>) {
  const [name] = useState(() => `sx-chunk-${++lists}`);
  const [drawn, setDrawn] = useState(AT_FIRST);
  const scale = useTypeScale();
  const { length } = items;
  const whole = length <= SHORT;
  // With its length the list's chunks are others.
  useEffect(
    () =>
      whole
        ? undefined
        : watchChunks(name, Math.ceil(length / CHUNK), (seen) => setDrawn((old) => afterLook(old, seen))),
    [name, length, whole],
  );
  const [one = rowHeight * scale * CHUNK] = drawn.heights.values();
  const room = ({ at, items: some }: Chunk<T>): number => drawn.heights.get(at) ?? (one / CHUNK) * some.length;
  return (
    <>
      {groupsOf(items).map((group, place) => (
        <View key={place}>
          {group.map((chunk) => {
            const near = whole || drawn.near.has(chunk.at);
            const goesOn = (chunk.at + 1) * CHUNK < length;
            return (
              <View
                key={chunk.at}
                id={`${name}-${chunk.at}`}
                className={`${name} ${goesOn ? 'sx-chunk--more' : ''}`}
                style={near ? '' : `height:${room(chunk)}px`}
              >
                {near && chunk.items.map((item) => <Fragment key={keyOf(item)}>{children(item)}</Fragment>)}
              </View>
            );
          })}
        </View>
      ))}
    </>
  );
}
