import { useState } from 'react';
import { View } from '@tarojs/components';
import type { InvitationBatch } from '@contract/domains/invitation/batchActions';
import { dayLabel, dayOf } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { saveFile } from '@/shared/file/save';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { BatchForm } from './BatchForm';
import './InvitationCard.scss';

const inBrowser = process.env.TARO_ENV === 'h5';

/** The workbook of a batch, asked for and saved at once. */
function SaveSheet({ id, onSaved }: { id: string; onSaved: () => void }) {
  const query = useQueryCall('invitation.batchSheet', { id });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" />}>
      {(file) => (
        <Button kind="quiet" onClick={() => void saveFile(file).then(onSaved)}>
          {`保存 ${file.fileName}`}
        </Button>
      )}
    </QueryView>
  );
}

/** Revokes a batch, which can be taken back. */
function useRevoking(id: string) {
  const { run, pending } = useCommandCall('invitation.setBatchRevoked', { onFail: ({ message }) => snackbar(message) });
  const setRevoked = async (revoked: boolean): Promise<void> => {
    if (!(await run({ id, revoked }))) return;
    snackbar(revoked ? '这一批邀请都停用了，已经加入的人不受影响' : '这一批邀请又能用了', {
      undo: () => void setRevoked(!revoked),
    });
  };
  return { setRevoked: (revoked: boolean) => void setRevoked(revoked), pending };
}

function Batch({ batch }: { batch: InvitationBatch }) {
  const [saving, setSaving] = useState(false);
  const { id, orgName, at, expiresAt, made, done, revoked } = batch;
  const { setRevoked, pending } = useRevoking(id);
  if (revoked) {
    return (
      <>
        <Row title={`${orgName}下属，${made} 个邀请`} context={`${dayLabel(dayOf(at))}发出，已停用`} />
        <View className="invitation__acts">
          <Button kind="text" label={`恢复这一批：${orgName}`} disabled={pending} onClick={() => setRevoked(false)}>
            恢复这一批
          </Button>
        </View>
      </>
    );
  }
  return (
    <>
      <Row
        title={`${orgName}下属，${made} 个邀请`}
        context={
          done ? `${dayLabel(dayOf(at))}发出，${dayLabel(dayOf(expiresAt))}前有效` : '还在生成，离开这一页也会继续'
        }
      />
      <View className="invitation__acts">
        {saving ? (
          <SaveSheet id={id} onSaved={() => setSaving(false)} />
        ) : (
          <Button kind="text" label={`导出表格：${orgName}`} onClick={() => setSaving(true)}>
            导出表格
          </Button>
        )}
        {inBrowser && (
          <Button kind="text" label={`打印二维码：${orgName}`} onClick={() => go('printCodes', { id })}>
            打印二维码
          </Button>
        )}
        {expiresAt > serverNow() && (
          <Button kind="text" label={`停用这一批：${orgName}`} disabled={pending} onClick={() => setRevoked(true)}>
            停用这一批
          </Button>
        )}
      </View>
    </>
  );
}

interface Props {
  org: { id: string; name: string };
  /** Whether the form is open. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
}

/** Invitations to every branch below an org: one command, then the list of codes as a workbook or on paper. */
export function Batches({ org, adding, onAdding }: Props) {
  const list = useListCall('invitation.batches', { orgId: org.id });
  return (
    <Section title="给下属支部">
      <QueryView query={list} skeleton={<Skeleton shape="row" />}>
        {(items) => (
          <View>
            {items.map((batch) => (
              <Batch key={batch.id} batch={batch} />
            ))}
            <ListEnd list={list} />
          </View>
        )}
      </QueryView>
      {adding ? (
        <BatchForm orgId={org.id} onClose={() => onAdding(false)} />
      ) : (
        <View className="invitation__add">
          <Button kind="quiet" block onClick={() => onAdding(true)}>
            每个支部发一个
          </Button>
        </View>
      )}
    </Section>
  );
}
