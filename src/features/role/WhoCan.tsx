import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { permissions, type Permission } from '@contract/permissions';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { GrantTable } from './GrantTable';
import './role.scss';

const names = Object.keys(permissions) as Permission[];
const options = names.map((value) => ({ value, label: permissions[value].name }));

/** 谁能看到、谁能做: who has a permission on an org, by a role there or above. */
export function WhoCan({ orgId, asked }: { orgId: string; asked: string | undefined }) {
  const [permission, setPermission] = useState<Permission>(names.find((name) => name === asked) ?? 'event:manage');
  const [open, setOpen] = useState(false);
  const choose = (next: Permission) => {
    setPermission(next);
    setOpen(false);
  };
  const query = useQueryCall('role.whoCan', { orgId, permission });
  return (
    <>
      <View className="role-head">
        <Text className="role-head__what">{permissions[permission].name}</Text>
        <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '换一件事'}
        </Button>
      </View>
      {open && (
        <View className="role-ask">
          <ChoiceField label="哪件事" options={options} value={permission} onChange={choose} />
        </View>
      )}
      <QueryView query={query} skeleton={<Skeleton shape="row" count={4} />}>
        {({ here, above }) => (
          <>
            {here.length + above.length === 0 && (
              <Empty title="眼下没有人能做" hint="授予了有这项权限的职责，这里就会有。" />
            )}
            {here.length > 0 && (
              <Section title="这个组织的">
                <GrantTable label="这个组织的" grants={here} orgId={orgId} />
              </Section>
            )}
            {above.length > 0 && (
              <Section title="上级的">
                <GrantTable label="上级的" grants={above} orgId={orgId} withOrg />
              </Section>
            )}
          </>
        )}
      </QueryView>
    </>
  );
}
