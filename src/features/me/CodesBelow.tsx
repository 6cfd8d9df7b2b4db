import { useState } from 'react';
import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useDebounced } from '@/shared/useDebounced';
import { CodesTable } from './CodesTable';

/** Long enough to type a character with an input method, short enough not to be noticed. */
const PAUSE_MS = 350;

function Found({ orgId, q }: { orgId: string; q: string }) {
  const list = useListCall('org.joinCodes', q === '' ? { orgId } : { orgId, q });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={3} />}>
      {(orgs) => (
        <View>
          {orgs.length === 0 && !list.hasMore && (
            <Empty
              title={q === '' ? '下属组织还没有邀请码' : `没有找到“${q}”`}
              hint={q === '' ? '邀请码随组织一起导入。' : '支部或上级名称里的几个字都行，少写些再试。'}
            />
          )}
          {orgs.length > 0 && <CodesTable orgs={orgs} more={list.hasMore} />}
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}

/** The codes of the organisations below one that takes no members itself, or has branches besides. */
export function CodesBelow({ org }: { org: { id: string; name: string } }) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), PAUSE_MS);
  return (
    <Section title={`${org.name}下属`}>
      <View className="sx-table-find">
        <TextField label="按名称找" value={typed} onChange={setTyped} max={30} placeholder="比如：文学院 2401" />
      </View>
      <Found key={q} orgId={org.id} q={q} />
    </Section>
  );
}
