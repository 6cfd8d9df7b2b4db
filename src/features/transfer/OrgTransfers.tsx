import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Transfer } from '@contract/domains/transfer/actions';
import type { Session } from '@contract/domains/me/actions';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { isPermitted, orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Segments } from '@/shared/ui/Segments/Segments';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { DeclineForm } from './DeclineForm';
import { TransferTable } from './TransferTable';
import { useAnswer } from './useAnswer';
import './OrgTransfers.scss';

const views = [
  { key: 'waiting', label: '等答复' },
  { key: 'out', label: '转出' },
  { key: 'done', label: '近来转入' },
] as const;
type Which = (typeof views)[number]['key'];

const empty: Record<Which, readonly [string, string]> = {
  waiting: ['没有人在等答复', '有人想转来时会在这里，也会出现在“我的”。三十天不答复，申请自动作废。'],
  out: ['没有人转出', '谁申请转走、谁离开、谁毕业，都会在这里。'],
  done: ['近来没有人转入', '答复过的会在这里，一天之内可以撤销；半年后自动删除。'],
};

function Listed({ orgId, which }: { orgId: string; which: Which }) {
  const list = useListCall('transfer.list', { orgId, which });
  const [declining, setDeclining] = useState<Transfer | null>(null);
  const { answer, undo, takeBack, pending } = useAnswer();
  const ways = (transfer: Transfer) => {
    const name = transfer.person?.name ?? '';
    if (which === 'waiting') {
      return (
        <>
          <Button kind="text" label={`同意${name}转入`} disabled={pending} onClick={() => answer(transfer, true)}>
            同意
          </Button>
          <Button kind="text" label={`不同意${name}转入`} onClick={() => setDeclining(transfer)}>
            不同意
          </Button>
        </>
      );
    }
    // Nobody has answered what this side proposed.
    if (which === 'out' && transfer.proposed && transfer.state === 'open') {
      return (
        <Button kind="text" label={`撤回把${name}转走的提议`} disabled={pending} onClick={() => takeBack(transfer)}>
          撤回
        </Button>
      );
    }
    if (transfer.undoUntil === null) return null;
    return (
      <Button kind="text" label={`撤销对${name}的答复`} disabled={pending} onClick={() => undo(transfer)}>
        撤销
      </Button>
    );
  };
  const [title, hint] = empty[which];
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={3} />}>
      {(items) => (
        <>
          {declining && <DeclineForm key={declining.id} transfer={declining} onClose={() => setDeclining(null)} />}
          {items.length === 0 ? (
            <Empty title={title} hint={hint} />
          ) : (
            <View className="org-transfers__list">
              <TransferTable transfers={items} more={list.hasMore} ways={ways} />
            </View>
          )}
          <ListEnd list={list} />
        </>
      )}
    </QueryView>
  );
}

/** Who wants to come, who went, what became of it; of an org that I run and all below it. */
export function OrgTransfers({ session, orgId }: { session: Session; orgId: string | undefined }) {
  const orgs = orgsWith(session, 'transfer:accept');
  const [org, setOrg] = useState<ChosenOrg | undefined>(orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  const [which, setWhich] = useState<Which>('waiting');
  if (org === undefined) return null;
  return (
    <View className="org-transfers">
      <View className="org-transfers__of">
        <OrgChoice orgs={orgs} value={org} onChange={setOrg} finds={isPermitted(session, 'org:invite')} />
      </View>
      <Segments items={views} value={which} onChange={setWhich} />
      {which === 'waiting' && (
        <Text className="org-transfers__note">同意后马上转入；不同意请说一句原因，本人看得到。</Text>
      )}
      {which === 'out' && (
        <View className="org-transfers__add">
          <Button kind="quiet" onClick={() => go('transferPropose', { orgId: org.id })}>
            提议转出一位成员
          </Button>
        </View>
      )}
      <Listed key={`${org.id} ${which}`} orgId={org.id} which={which} />
    </View>
  );
}
