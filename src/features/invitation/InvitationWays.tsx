import { View } from '@tarojs/components';
import type { Invitation } from '@contract/domains/invitation/actions';
import { INVITATION_DAYS } from '@contract/domains/invitation/constants';
import { useCommandCall } from '@/shared/call/command';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { CodePicture } from './CodePicture';
import { linkOf } from './link';
import { invitationWords, spacedCode } from './words';
import './InvitationCard.scss';

const copy = (invitation: Invitation) =>
  void copyText(invitationWords(invitation, linkOf(invitation.code)), '邀请的话已复制，粘贴给对方就行');

/** Ends an invitation or lengthens it; an end can be taken back. */
function useChanges({ id, limit }: Invitation) {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const revoke = useCommandCall('invitation.setRevoked', { onFail });
  const renew = useCommandCall('invitation.renew', {
    onDone: () => snackbar(`从今天起再用 ${INVITATION_DAYS} 天`),
    onFail,
  });
  const setRevoked = async (revoked: boolean): Promise<void> => {
    if (!(await revoke.run({ id, revoked }))) return;
    snackbar(revoked ? '邀请停用了，已经加入的人不受影响' : '邀请又能用了', {
      undo: () => void setRevoked(!revoked),
    });
  };
  return {
    setRevoked: (revoked: boolean) => void setRevoked(revoked),
    lengthen: () => void renew.run({ id, days: INVITATION_DAYS, limit }),
    pending: revoke.pending || renew.pending,
  };
}

interface Props {
  invitation: Invitation;
  /** Its picture is shown. */
  drawn: boolean;
  onDraw: (drawn: boolean) => void;
}

/** What can be done with an invitation, and its picture where one wants it. */
export function InvitationWays({ invitation, drawn, onDraw }: Props) {
  const { setRevoked, lengthen, pending } = useChanges(invitation);
  const code = spacedCode(invitation.code);
  if (invitation.state !== 'open') {
    return (
      <View className="invitation__ways">
        <Button kind="text" label={`再用 ${INVITATION_DAYS} 天：${code}`} disabled={pending} onClick={lengthen}>
          {`再用 ${INVITATION_DAYS} 天`}
        </Button>
      </View>
    );
  }
  return (
    <View>
      <View className="invitation__ways">
        <Button kind="text" label={`复制邀请：${code}`} onClick={() => copy(invitation)}>
          复制邀请
        </Button>
        <Button
          kind="text"
          label={`${drawn ? '收起二维码' : '二维码'}：${code}`}
          expanded={drawn}
          onClick={() => onDraw(!drawn)}
        >
          {drawn ? '收起二维码' : '二维码'}
        </Button>
        <Button kind="text" label={`停用：${code}`} disabled={pending} onClick={() => setRevoked(true)}>
          停用
        </Button>
      </View>
      {drawn && <CodePicture invitation={invitation} />}
    </View>
  );
}
