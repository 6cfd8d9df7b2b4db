import { Text, View } from '@tarojs/components';
import { useCommandCall } from '@/shared/call/command';
import { go } from '@/shared/nav';
import { isVisitor, useSession } from '@/shared/session/session';
import { Heading } from '@/shared/ui/Heading/Heading';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { JoinForm } from './JoinForm';
import { JoinPanel } from './JoinPanel';
import { MyRequests } from './MyRequests';
import './JoinPanel.scss';

/** A member joins one more org by himself. */
function JoinAnother({ code }: { code: string | undefined }) {
  const home = () => go('me');
  const join = useCommandCall('invitation.accept', {
    onDone: ({ outcome, orgName }) => {
      if (outcome === 'waiting') return snackbar(`申请已交给${orgName}，同意后在“我的”里看得到`);
      snackbar(outcome === 'already' ? `您已经在${orgName}了` : `已加入${orgName}`);
      home();
    },
  });
  return (
    <View className="join">
      <MyRequests onEntered={home} />
      <Heading level={2} className="join__title">
        加入一个组织
      </Heading>
      <Text className="join__lead">用邀请码加入。原来的组织不变，只多一个；统计时您仍算一个人。</Text>
      <JoinForm code={code} send={join} />
    </View>
  );
}

/** Where an invitation's link leads: for a visitor the way in, for a member one org more. */
export function EnterPanel({ code }: { code: string | undefined }) {
  const session = useSession();
  if (isVisitor(session)) return <JoinPanel code={code} />;
  return (
    <QueryView query={session} skeleton={<Skeleton shape="card" />}>
      {() => <JoinAnother code={code} />}
    </QueryView>
  );
}
