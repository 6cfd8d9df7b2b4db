import { useEffect, useMemo, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nameField } from '@contract/domains/me/fields';
import { cleanText, foldJoinCode } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { CallError } from '@/shared/call/error';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { go } from '@/shared/nav';
import { Heading } from '@/shared/ui/Heading/Heading';
import { TextField } from '@/shared/ui/TextField/TextField';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { useHere } from '@/shared/useHere';
import { forgetArrival, readArrival, rememberArrival, type Thing } from './arrival';
import { joinErrors, type JoinDraft } from './join';
import { ThingPreview } from './ThingPreview';
import { usePreview } from './usePreview';
import './JoinPanel.scss';

const PASTED_MAX = 200;

/**
 * A visitor joins a branch with its code. What is asked is all that will ever be asked to read. `thing` is what this very
 * page shows once he has joined; without it, what he opened before is opened then.
 */
export function JoinPanel({ thing }: { thing?: Thing }) {
  const [arrival] = useState(() => thing ?? readArrival());
  const { preview } = usePreview(arrival);
  const { name, id } = thing ?? {};
  useEffect(() => {
    if (name !== undefined && id !== undefined) rememberArrival({ name, id });
  }, [name, id]);
  const [draft, setDraft] = useState<JoinDraft>({ joinCode: '', name: '', fourteen: false });
  const here = useHere();
  const enter = () => {
    const stays = here();
    forgetArrival();
    if (stays && arrival && !thing) go(arrival.name, { id: arrival.id });
  };
  const join = useCommandCall('me.join', {
    onDone: () => {
      snackbar('已加入支部');
      enter();
    },
    // In already, by a sending whose reply was lost and in other words: what stands is shown.
    onFail: ({ code, message }) => {
      if (code !== 'ALREADY_JOINED') return;
      snackbar(message);
      enter();
    },
  });
  // A code that nobody knows is a mistake in its field; the server cannot say where it was typed.
  const unknownCode = join.error?.code === 'JOIN_CODE_UNKNOWN';
  const error = useMemo(() => {
    if (!unknownCode || !join.error) return join.error;
    const { code, message } = join.error;
    return new CallError(code, message, [{ path: 'joinCode', message }]);
  }, [unknownCode, join.error]);
  const checks = useChecks({ values: draft, errors: joinErrors(draft), error });
  const change = (patch: Partial<JoinDraft>) => setDraft((old) => ({ ...old, ...patch }));
  const send = () =>
    void join.run({ joinCode: foldJoinCode(draft.joinCode), name: cleanText(draft.name), fourteenOrOlder: true });
  return (
    <View className="join">
      {preview && <ThingPreview preview={preview} />}
      <Heading level={2} className="join__title">
        {preview ? '加入支部后看全部' : '加入支部'}
      </Heading>
      <Text className="join__lead">向支部书记要一个邀请码，填两项，约一分钟。之后可以记录阅读、看荐书、报名活动。</Text>
      <FormFrame
        checks={checks}
        inline
        send="加入"
        onSend={send}
        error={unknownCode ? null : error}
        pending={join.pending}
      >
        <TextField
          label="邀请码"
          name="joinCode"
          // Longer than a code: what is pasted may be the whole invitation, of which the code is taken.
          max={PASTED_MAX}
          placeholder="比如：HANYU2401"
          value={draft.joinCode}
          onChange={(joinCode) => change({ joinCode })}
        />
        <TextField
          label="姓名"
          name="name"
          max={nameField.max}
          placeholder="支部里怎么称呼您就怎么写"
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <Tick
          label="我已年满 14 周岁"
          name="fourteen"
          on={draft.fourteen}
          onChange={(fourteen) => change({ fourteen })}
        />
      </FormFrame>
      <Text className="join__privacy">阅读记录默认只有您自己看得到。不问手机号，不问生日，不读取通讯录。</Text>
    </View>
  );
}
