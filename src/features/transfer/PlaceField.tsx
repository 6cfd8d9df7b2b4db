import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Place } from '@contract/domains/transfer/actions';
import { transferFindField } from '@contract/domains/transfer/fields';
import { useQueryCall } from '@/shared/call/query';
import { useField } from '@/shared/form/useField';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Field } from '@/shared/ui/Field/Field';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useDebounced } from '@/shared/useDebounced';
import './PlaceField.scss';

/** Long enough to type a character with an input method, short enough not to be noticed. */
const PAUSE_MS = 350;

function Found({ q, onChoose }: { q: string; onChoose: (place: Place) => void }) {
  const query = useQueryCall('transfer.find', { q });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={3} />}>
      {({ items }) => (
        <View>
          {items.length === 0 && <Empty title={`没有找到“${q}”`} hint="换几个字，或少写些；名称、拼音、首字母都行。" />}
          {items.map((place) => (
            <Row
              key={place.id}
              title={place.name}
              context={place.above ?? undefined}
              stays
              onClick={() => onChoose(place)}
            />
          ))}
        </View>
      )}
    </QueryView>
  );
}

interface Props {
  label: string;
  name?: string;
  value: Place | null;
  onChange: (place: Place | null) => void;
  hint?: string;
}

/** An org of the whole city, found by name, pinyin or number. */
export function PlaceField({ label, name, value, onChange, hint }: Props) {
  const field = useField(name);
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), PAUSE_MS);
  if (value !== null) {
    return (
      <Field id={field.id} label={label} error={field.error}>
        <View className="place-field">
          <View>
            <Text className="place-field__name">{value.name}</Text>
            {value.above && <Text className="place-field__above">{value.above}</Text>}
          </View>
          <Button kind="text" label={`换一个去处，现在是${value.name}`} onClick={() => onChange(null)}>
            换一个
          </Button>
        </View>
      </Field>
    );
  }
  return (
    <View>
      <TextField
        label={label}
        name={name}
        value={typed}
        onChange={setTyped}
        max={transferFindField.max}
        placeholder="比如：城南街道，或 cnjd"
        hint={hint}
      />
      {q !== '' && (
        <Found
          key={q}
          q={q}
          onChoose={(place) => {
            setTyped('');
            onChange(place);
          }}
        />
      )}
    </View>
  );
}
