import { View } from '@tarojs/components';
import { Tap } from '@/shared/ui/Tap/Tap';
import './AuditList.scss';

export interface Narrowing {
  key: string;
  label: string;
}

interface Props {
  narrowings: readonly Narrowing[];
  onDrop: (key: string) => void;
}

/** What the list is only about, each of which can be let go. */
export function Narrowed({ narrowings, onDrop }: Props) {
  if (narrowings.length === 0) return null;
  return (
    <View className="sx-audit__narrowed">
      {narrowings.map(({ key, label }) => (
        <Tap key={key} className="sx-audit__one" label={`${label} ×，点一下不再只看这个`} onTap={() => onDrop(key)}>
          {`${label} ×`}
        </Tap>
      ))}
    </View>
  );
}
