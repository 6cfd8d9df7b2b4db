import { useState } from 'react';
import { View } from '@tarojs/components';
import type { AuditEntry } from '@contract/domains/audit/actions';
import { auditKindNames, auditKinds } from '@contract/domains/audit/constants';
import type { ActionInput } from '@contract/registry';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead, type Filter } from '@/shared/ui/ListHead/useListHead';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { ActionChoice } from './ActionChoice';
import { AuditTable } from './AuditTable';
import { FoundPeople } from './FoundPeople';
import { Narrowed, type Narrowing } from './Narrowed';
import { type Days, Period } from './Period';

type Input = ActionInput<'audit.list'>;

/** What the list is only about, each with the words that say it. */
export interface Only {
  person?: { id: string; name: string };
  thing?: { id: string; name: string };
  action?: { id: string; name: string };
}

const filters: readonly Filter<'kind'>[] = [
  { key: 'kind', label: '种类', options: auditKinds.map((value) => ({ value, label: auditKindNames[value] })) },
];

const words: Record<keyof Only, (name: string) => string> = {
  person: (name) => `与${name}有关`,
  thing: (name) => name,
  action: (name) => name,
};

const narrowingsOf = (only: Only): Narrowing[] =>
  (Object.keys(words) as (keyof Only)[]).flatMap((key) => {
    const one = only[key];
    return one === undefined ? [] : [{ key, label: words[key](one.name) }];
  });

interface Props {
  orgId: string;
  /** What the page was opened for. */
  only: Only;
  onOpen: (entry: AuditEntry) => void;
  isCurrent: (id: string) => boolean;
}

/** The audit of an org and all below it, the newest first: by person, thing, action, kind and day. */
export function AuditList({ orgId, only: first, onOpen, isCurrent }: Props) {
  const head = useListHead<'kind'>();
  const [only, setOnly] = useState(first);
  const [days, setDays] = useState<Days>({});
  const [choosing, setChoosing] = useState(false);
  const sought = {
    orgId,
    personId: only.person?.id,
    thingId: only.thing?.id,
    action: only.action?.id,
    kind: head.chosen.kind,
    ...days,
  } as Input;
  const list = useListCall('audit.list', sought);
  const narrow = (key: keyof Only, one: Only['person']): void => {
    head.type('');
    setChoosing(false);
    setOnly({ ...only, [key]: one });
  };
  return (
    <>
      <ListHead head={head} find="姓名、拼音或首字母" filters={filters}>
        <Button kind="text" expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {choosing ? '收起' : '按操作找'}
        </Button>
      </ListHead>
      <Period days={days} onChange={setDays} />
      {choosing && <ActionChoice orgId={orgId} onChoose={(action) => narrow('action', action)} />}
      {head.q !== '' && <FoundPeople orgId={orgId} q={head.q} onChoose={(person) => narrow('person', person)} />}
      <Narrowed narrowings={narrowingsOf(only)} onDrop={(key) => setOnly({ ...only, [key]: undefined })} />
      <QueryView query={list} skeleton={<Skeleton shape="row" count={8} />}>
        {(entries) => (
          <View>
            {entries.length === 0 ? (
              <Empty title="没有这样的记录" hint="换一个时间或种类，或去掉上面的条件。" />
            ) : (
              <AuditTable entries={entries} more={list.hasMore} onOpen={onOpen} isCurrent={isCurrent} />
            )}
            <ListEnd list={list} />
          </View>
        )}
      </QueryView>
    </>
  );
}
