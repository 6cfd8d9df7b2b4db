import { useState } from 'react';
import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useDebounced } from '@/shared/useDebounced';
import type { ManagedOrg } from './managedOrg';
import './OrgFinder.scss';

/** Long enough to type a character with an input method, short enough not to be noticed. */
const PAUSE_MS = 350;

type Choose = (org: { id: string; name: string }) => void;

/** The orgs below one that match, itself among them. */
function Found({ orgId, q, without, onChoose }: { orgId: string; q: string; without?: string; onChoose: Choose }) {
  const list = useListCall('org.below', q === '' ? { orgId } : { orgId, q });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={3} />}>
      {(orgs) => (
        <View>
          {orgs.length === 0 && !list.hasMore && <Empty title={`没有找到“${q}”`} hint="少写几个字再找找。" />}
          {orgs
            .filter(({ id }) => id !== without)
            .map(({ id, name, parent }) => (
              <Row key={id} title={name} context={parent ?? undefined} stays onClick={() => onChoose({ id, name })} />
            ))}
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}

interface Props {
  orgs: readonly ManagedOrg[];
  /** One that cannot be meant. */
  without?: string;
  onChoose: Choose;
}

/** Finds an org among those below the ones that the person runs. */
export function OrgFinder({ orgs, without, onChoose }: Props) {
  const [top, setTop] = useState(orgs[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), PAUSE_MS);
  return (
    <View className="sx-org-find">
      {orgs.length > 1 && (
        <ChoiceField
          label="您管理的"
          options={orgs.map(({ id, name }) => ({ label: name, value: id }))}
          value={top}
          onChange={setTop}
        />
      )}
      <TextField label="按名称找" value={typed} onChange={setTyped} max={30} placeholder="比如：文学院 2401" />
      <Found key={`${top} ${q}`} orgId={top} q={q} without={without} onChoose={onChoose} />
    </View>
  );
}
