import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { Session } from '@contract/domains/me/actions';
import { useListCall } from '@/shared/call/query';
import { stateText } from '@/shared/imports/words';
import { go } from '@/shared/nav';
import { orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { Progress } from '@/shared/ui/Progress/Progress';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { useExport } from './useExport';
import { useUpload } from './useUpload';
import './Lists.scss';

/** What was imported lately, and how far it has come. */
function Recent({ orgId }: { orgId: string }) {
  const list = useListCall('orgimport.list', { orgId });
  return (
    <Section title="近来的导入">
      <QueryView query={list} skeleton={<Skeleton shape="row" count={2} />}>
        {(items) => (
          <View>
            {items.length === 0 && <Empty title="这七天没有导入过" hint="选好文件后先核对，您点了“导入”才会改动。" />}
            {items.map((view) => (
              <Row
                key={view.id}
                title={view.fileName}
                context={instantLabel(view.at)}
                state={stateText(view)}
                onClick={() => go('orgImport', { id: view.id })}
              />
            ))}
            <ListEnd list={list} />
          </View>
        )}
      </QueryView>
    </Section>
  );
}

/** Lists of the orgs that I run: out as a file, and in again. */
export function Lists({ session }: { session: Session }) {
  const orgs = orgsWith(session, 'org:import');
  const [orgId, setOrgId] = useState(orgs[0]?.id ?? '');
  const upload = useUpload(orgId);
  const out = useExport(orgId);
  return (
    <View className="lists">
      {orgs.length > 1 && (
        <ChoiceField
          label="哪个组织"
          options={orgs.map(({ id, name }) => ({ label: name, value: id }))}
          value={orgId}
          onChange={setOrgId}
        />
      )}
      <Text className="lists__words">
        表格一行一个组织：编号、名称、类型、上级编号。编号不变，名称和上级可以改；先导出一份，在上面改最省事。
      </Text>
      <View className="lists__acts">
        <Button onClick={upload.choose} loading={upload.sent !== null}>
          选择文件导入
        </Button>
        <Button kind="quiet" onClick={out.run} loading={out.pending}>
          导出现在的名单
        </Button>
      </View>
      {upload.sent !== null && <Progress title="正在上传" {...upload.sent} unit="份" hint="传完后会打开核对结果。" />}
      {upload.error !== null && (
        <Text className="lists__wrong" ariaRole="alert">
          {upload.error}
        </Text>
      )}
      <Text className="lists__small">
        .xlsx 或 .csv，最大 2 MB、5000 行。在微信里从聊天中选文件，可以先发给“文件传输助手”。
      </Text>
      <Recent key={orgId} orgId={orgId} />
    </View>
  );
}
