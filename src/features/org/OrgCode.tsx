import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useCommandCall } from '@/shared/call/command';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TapWord } from '@/shared/ui/Tap/TapWord';

interface Props {
  org: { id: string; name: string };
  /** Null where nobody joins by one. */
  joinCode: string | null;
}

type Asked = 'renew' | 'close';

/** What it means, asked before, since the code that people have on paper is gone for good. */
const asks: Record<Asked, { words: string; yes: string; no: string }> = {
  renew: {
    words: '旧码马上作废，贴出去、发出去的都要换。已经加入的人不受影响。',
    yes: '换一个新的',
    no: '不换了',
  },
  close: {
    words: '马上没有人能凭它加入；以后再开，是一个新码。已经加入的人不受影响。',
    yes: '停用',
    no: '不停用了',
  },
};

/** The standing code (长期邀请码) with which people join an org: copied, changed, closed, opened. */
export function OrgCode({ org, joinCode }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const renew = useCommandCall('org.renewCode', { onFail, onDone: () => snackbar('已换成新的邀请码') });
  const close = useCommandCall('org.closeCode', { onFail, onDone: () => snackbar('长期邀请码已停用') });
  const pending = renew.pending || close.pending;
  const send = (command: { run: (input: { orgId: string }) => Promise<unknown> }) =>
    void command.run({ orgId: org.id }).then(() => setAsked(null));
  return (
    <>
      <View className="org__fact org__code">
        <Text className="org__label">长期邀请码</Text>
        <Text className="org__value">{joinCode ?? '没有开'}</Text>
        <View className="org__ways">
          {joinCode === null ? (
            <TapWord onTap={() => send(renew)}>开一个</TapWord>
          ) : (
            <>
              <TapWord onTap={() => void copyText(`${org.name}的邀请码：${joinCode}`, '邀请码已复制')}>复制</TapWord>
              <TapWord onTap={() => setAsked('renew')}>换新码</TapWord>
              <TapWord onTap={() => setAsked('close')}>停用</TapWord>
            </>
          )}
        </View>
      </View>
      {asked !== null && joinCode !== null && (
        <View className="org__ask" ariaRole="group" ariaLabel={asks[asked].words}>
          <Text className="org__ask-words">{asks[asked].words}</Text>
          <View className="org__ask-ways">
            <Button kind="quiet" loading={pending} onClick={() => send(asked === 'renew' ? renew : close)}>
              {asks[asked].yes}
            </Button>
            <Button kind="text" onClick={() => setAsked(null)}>
              {asks[asked].no}
            </Button>
          </View>
        </View>
      )}
    </>
  );
}
