import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { mergeCodeField } from '@contract/domains/member/fields';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { recordText } from './mergeWords';

const CODE_LENGTH = 10;

/** As the server reads it: without spaces and dashes, in capitals. */
const folded = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** To whom this record would go, and the consent. */
function Consent({ code, onGiven }: { code: string; onGiven: () => void }) {
  const peek = useQueryCall('member.mergePeek', { code });
  const give = useCommandCall('member.mergeGive', {
    onFail: ({ message }) => snackbar(message),
    onDone: () => {
      snackbar('已同意，一小时后开始，之前可以撤回');
      onGiven();
    },
  });
  if (peek.error) return <Text className="sx-merge__line">{peek.error.message}</Text>;
  if (peek.data === undefined) return null;
  return (
    <View>
      <Text className="sx-merge__line">
        {`这个账号的全部记录将归到 ${recordText(peek.data.to)}，以后用那个微信登录。不是您自己的账号，请不要同意。`}
      </Text>
      <Button loading={give.pending} onClick={() => void give.run({ code })}>
        是我的新账号，同意
      </Button>
    </View>
  );
}

/** On the old phone: the code is typed, whose it is shown, and the record given. */
export function MergeGive() {
  const [typed, setTyped] = useState('');
  const code = folded(typed);
  return (
    <View>
      <TextField
        label="新账号上的合并码"
        value={typed}
        onChange={setTyped}
        max={mergeCodeField.max}
        placeholder="10 位字母和数字"
      />
      {code.length === CODE_LENGTH && <Consent key={code} code={code} onGiven={() => setTyped('')} />}
    </View>
  );
}
