import { useEffect, useState, type ReactElement } from 'react';
import { Text, View } from '@tarojs/components';
import { queryClient } from '@/shared/call/client';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Tap } from '@/shared/ui/Tap/Tap';
import { becomePersona, listPersonas, usePersona, type Persona } from './personas';
import './PersonaSwitch.scss';

function PersonaList({ onChosen }: { onChosen: () => void }) {
  const current = usePersona((state) => state.id);
  const [personas, setPersonas] = useState<Persona[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => listPersonas().then(setPersonas, () => setFailed(true));
  useEffect(() => void load(), []);
  if (failed) {
    return (
      <Button
        onClick={() => {
          setFailed(false);
          void load();
        }}
      >
        本地云没有回应，再试一次
      </Button>
    );
  }
  return (
    <View className="sx-persona__list">
      {personas?.map(({ id, label, description }) => (
        <Tap
          key={id}
          className="sx-persona__one"
          current={id === current}
          onTap={() => {
            becomePersona(id);
            queryClient.clear();
            onChosen();
          }}
        >
          <View className="sx-persona__words">
            <Text className="sx-persona__label">{label}</Text>
            <Text className="sx-persona__description">{description}</Text>
          </View>
          {id === current && <Text className="sx-persona__description">当前</Text>}
        </Tap>
      ))}
    </View>
  );
}

/** On 我的: be somebody else of the demo city. */
export function PersonaSwitch(): ReactElement | null {
  const [open, setOpen] = useState(false);
  return (
    <View className="sx-persona">
      <Tap className="sx-persona__bar" expanded={open} onTap={() => setOpen(!open)}>
        <Text>本地演示：换一个身份</Text>
        <Text>{open ? '收起' : '展开'}</Text>
      </Tap>
      {open && (
        <PersonaList
          onChosen={() => {
            setOpen(false);
            go('today');
          }}
        />
      )}
    </View>
  );
}

/** First start: whom would you like to be? */
export function PersonaWelcome(): ReactElement | null {
  const chosen = usePersona((state) => state.id !== null);
  if (chosen) return null;
  return (
    <View className="sx-persona__welcome">
      <Text className="sx-persona__title">书香 · 江城市</Text>
      <Text className="sx-persona__lead">
        这里运行在您自己的电脑上，人与事都是虚构的。选一个身份开始，之后可在“我的”里更换。
      </Text>
      <PersonaList onChosen={() => undefined} />
    </View>
  );
}
