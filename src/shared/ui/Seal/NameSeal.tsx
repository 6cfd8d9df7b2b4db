import { Text, View } from '@tarojs/components';
import { surnameOf } from './surname';
import './NameSeal.scss';

/** A person's seal with the surname (朱文, cut in lines), in place of a picture; in ink, since red says 读过 or 荐. */
export function NameSeal({ name, size = 44 }: { name: string; size?: number }) {
  const surname = surnameOf(name);
  const characters = [...surname].length;
  return (
    <View className="sx-name-seal" style={`width:${size}px;height:${size}px`} ariaHidden>
      <Text
        className="sx-name-seal__text"
        style={`font-size:${Math.floor((size * 0.62) / Math.max(1, characters * 0.72))}px`}
      >
        {surname}
      </Text>
    </View>
  );
}
