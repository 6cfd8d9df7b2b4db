import { Text } from '@tarojs/components';
import type { Invitation } from '@contract/domains/invitation/actions';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { linkOf } from './link';
import { Picture } from './Picture';
import { qrImage } from './qr';

/** The mini-program code, which WeChat draws and reads. */
function WechatCode({ id, orgName }: Pick<Invitation, 'id' | 'orgName'>) {
  const query = useQueryCall('invitation.picture', { id });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ contentType, base64 }) => (
        <>
          <Picture
            className="invitation__picture"
            src={`data:${contentType};base64,${base64}`}
            words={`加入${orgName}的小程序码`}
          />
          <Text className="invitation__line">长按图片可以保存或转发。微信里扫一扫就到加入页。</Text>
        </>
      )}
    </QueryView>
  );
}

/** What a camera reads: in the browser preview the address, in WeChat its own code. */
export function CodePicture({ invitation }: { invitation: Invitation }) {
  const link = linkOf(invitation.code);
  if (link === undefined) return <WechatCode id={invitation.id} orgName={invitation.orgName} />;
  return <Picture className="invitation__picture" src={qrImage(link)} words={`加入${invitation.orgName}的二维码`} />;
}
