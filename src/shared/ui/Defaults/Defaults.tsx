import { useContext, useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { FormContext, isAt } from '@/shared/form/scope';
import { Tap } from '../Tap/Tap';
import './Defaults.scss';

interface Props {
  /** What will be sent unless somebody changes it, in one sentence. */
  text: string;
  /** Paths of the fields inside: where one of them is wrong, they are shown. */
  names: readonly string[];
  /** The fields. */
  children: ReactNode;
}

/** What is right most of the time: one sentence with 改; a tap opens the fields in place. */
export function Defaults({ text, names, children }: Props) {
  const { errorAt, target } = useContext(FormContext);
  const [open, setOpen] = useState(false);
  const wrong = names.some((name) => errorAt(name) !== undefined);
  const meant = names.some((name) => isAt(name, target.name));
  // Opened for a reason, and again for each new one; that it was mended closes nothing under the hand.
  const reason = meant ? target.round : wrong;
  const [known, setKnown] = useState<number | boolean>(false);
  if (reason !== known) {
    setKnown(reason);
    if (reason !== false) setOpen(true);
  }
  return (
    <View className={`sx-defaults ${open ? 'sx-defaults--open' : ''}`}>
      <Tap
        className="sx-defaults__line"
        pressed="sx-defaults__line--pressed"
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text className="sx-defaults__text">{text}</Text>
        <Text className="sx-defaults__change">{open ? '收起' : '改'}</Text>
      </Tap>
      {open && <View className="sx-defaults__fields">{children}</View>}
    </View>
  );
}
