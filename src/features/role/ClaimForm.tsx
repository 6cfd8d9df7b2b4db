import { useState } from 'react';
import { Text } from '@tarojs/components';
import { nameField } from '@contract/domains/me/fields';
import { claimField, isClaim } from '@contract/domains/role/fields';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { go } from '@/shared/nav';
import { isVisitor, useSession } from '@/shared/session/session';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';

/** The first administrator types the code that was printed at deployment. */
export function ClaimForm() {
  const visitor = isVisitor(useSession());
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const claim = useCommandCall('role.claim', {
    onDone: () => {
      snackbar('您现在是管理员了');
      go('me');
    },
  });
  const errors = {
    ...(!isClaim(code) && { code: code.trim() === '' ? '请填写认领码' : '认领码是 17 个字母和数字' }),
    ...(visitor && cleanText(name) === '' && { name: '请填写姓名' }),
  };
  const checks = useChecks({ values: { code, name }, errors, error: claim.error });
  const send = () => void claim.run(visitor ? { code, name: cleanText(name) } : { code });
  return (
    <FormFrame checks={checks} send="认领" onSend={send} error={claim.error} pending={claim.pending}>
      <Text className="sx-form__lead">部署时打印的一次性认领码，交给第一位管理员填写。没有拿到的人不用管这一页。</Text>
      <TextField
        label="认领码"
        name="code"
        max={claimField.max}
        placeholder="比如：7KQM 2XBD 9RHA TFGW 5"
        value={code}
        onChange={setCode}
      />
      {visitor && (
        <TextField
          label="姓名"
          name="name"
          max={nameField.max}
          placeholder="大家怎么称呼您"
          value={name}
          onChange={setName}
        />
      )}
    </FormFrame>
  );
}
