import { useState } from 'react';
import { Text } from '@tarojs/components';
import { meActions } from '@contract/domains/me/actions';
import { RENAME_DAYS } from '@contract/domains/me/constants';
import { nameField } from '@contract/domains/me/fields';
import type { HeldState } from '@contract/shared/moderation';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { back } from '@/shared/nav';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useHere } from '@/shared/useHere';

/** Of a name that others do not see yet; the one of before stays. */
const heldText = (state: HeldState, name: string): string =>
  state === 'waiting' ? `新姓名正在审核，通过前还叫${name}` : `新姓名没有通过审核，还叫${name}。理由在“我的内容审核”里`;

/** Changes one's own name; taken back by the snackbar. */
export function RenameForm({ name }: { name: string }) {
  const [typed, setTyped] = useState(name);
  const here = useHere();
  const undo = useCommandCall('me.undoRename', {
    onDone: (reply) => snackbar(`还是${reply.name}`),
    onFail: ({ message }) => snackbar(message),
  });
  const { run, error, pending } = useCommandCall('me.rename', {
    onDone: (reply, of) => {
      if (reply.held) snackbar(heldText(reply.held.state, reply.name));
      else snackbar(`已改为${reply.name}`, { undo: () => void undo.run({ of }) });
      if (here()) back();
    },
  });
  const input = { name: cleanText(typed) };
  const unchanged = input.name === name;
  const checks = useChecks({
    values: input,
    errors: problemsOf(meActions['me.rename'].input, input, { order: ['name'], blank: { name: '请写姓名' } }),
    error,
  });
  return (
    <FormFrame
      checks={checks}
      send="保存"
      onSend={() => (unchanged ? back() : void run(input))}
      error={error}
      pending={pending}
    >
      <Text className="sx-form__lead">
        {`${RENAME_DAYS} 天里可以改一次，改错了当天能撤回。以前的荐书和已结束的任期，署名还是当时的；原来的名字留底，只供核对。`}
      </Text>
      <TextField
        label="姓名"
        name="name"
        max={nameField.max}
        placeholder="支部里怎么称呼您"
        value={typed}
        onChange={setTyped}
      />
    </FormFrame>
  );
}
