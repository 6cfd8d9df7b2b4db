import { Text, View } from '@tarojs/components';
import { WhoCan } from '@/features/role/WhoCan';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 谁能看到、谁能做. */
function WhoPage() {
  const { orgId = '', name = '', permission } = usePageParameters<'roleWho'>('roleWho');
  return (
    <Page title="谁能看到、谁能做" table>
      <View className="role-head">
        <Text className="role-head__org">{name}</Text>
      </View>
      <WhoCan orgId={orgId} asked={permission} />
    </Page>
  );
}

export default asPage('roleWho', WhoPage);
