import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useCommandCall } from '@/shared/call/command';
import { go } from '@/shared/nav';
import { PrivacyGate } from '@/shared/privacy/PrivacyGate';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { forgetArrival, readArrival, rememberArrival, type Thing } from './arrival';
import { JoinForm } from './JoinForm';
import { MyRequests, useHasAsked } from './MyRequests';
import { ThingPreview } from './ThingPreview';
import { usePreview } from './usePreview';
import './JoinPanel.scss';

interface Props {
  thing?: Thing;
  code?: string;
  /** What is said of it, where that is not what it is good for. */
  lead?: string;
}

/**
 * A visitor joins a branch with its code. What is asked is all that will ever be asked to read. `thing` is what this very
 * page shows once he has joined; without it, what he opened before is opened then. `code`: of the link that he opened.
 */
export function JoinPanel({ thing, code, lead }: Props) {
  const [arrival] = useState(() => thing ?? readArrival());
  const { preview } = usePreview(arrival);
  const { name, id } = thing ?? {};
  useEffect(() => {
    if (name !== undefined && id !== undefined) rememberArrival({ name, id });
  }, [name, id]);
  const asked = useHasAsked();
  const [another, setAnother] = useState(false);
  const here = useHere();
  const enter = () => {
    const stays = here();
    forgetArrival();
    if (stays && arrival && !thing) go(arrival.name, { id: arrival.id });
    else if (stays && code !== undefined) go('today');
  };
  const join = useCommandCall('invitation.accept', {
    onDone: ({ outcome, orgName }) => {
      if (outcome === 'waiting') {
        setAnother(false);
        return snackbar(`申请已交给${orgName}，同意后就能使用`);
      }
      snackbar(outcome === 'already' ? `您已经在${orgName}了` : '已加入支部');
      enter();
    },
  });
  return (
    <View className="join">
      {preview && <ThingPreview preview={preview} />}
      <MyRequests onEntered={enter} />
      {asked && !another ? (
        <View>
          <Button kind="text" onClick={() => setAnother(true)}>
            {code === undefined ? '用别的邀请码加入' : '看这份邀请'}
          </Button>
        </View>
      ) : (
        <>
          <Heading level={2} className="join__title">
            {preview ? '加入支部后看全部' : '加入支部'}
          </Heading>
          <Text className="join__lead">
            {lead ??
              `${code === undefined ? '向支部书记要一个邀请码，' : ''}约一分钟填好。之后可以记录阅读、看荐书、报名活动。`}
          </Text>
          <PrivacyGate>
            <JoinForm code={code} asksName send={join} />
          </PrivacyGate>
          <Text className="join__privacy">阅读记录默认只有您自己看得到。不问手机号，不问生日，不读取通讯录。</Text>
        </>
      )}
    </View>
  );
}
