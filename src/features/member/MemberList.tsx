import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { MemberRow } from '@contract/domains/member/actions';
import type { ActionInput } from '@contract/registry';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead, type Filter } from '@/shared/ui/ListHead/useListHead';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { MemberTable } from './MemberTable';

type Input = ActionInput<'member.list'>;
type Key = 'state' | 'role' | 'belonging';

const filters: readonly Filter<Key>[] = [
  {
    key: 'state',
    label: '状态',
    options: [
      { value: 'active', label: '使用中' },
      { value: 'disabled', label: '停用中' },
    ],
  },
  { key: 'role', label: '职责', options: [{ value: 'any', label: '任过或任着职' }] },
];
/** Whoever left and went nowhere stands in no org's list but this one. */
const nowhere: Filter<Key> = { key: 'belonging', label: '组织', options: [{ value: 'none', label: '未加入组织' }] };

interface Props {
  orgId: string;
  onOpen: (member: MemberRow) => void;
  isCurrent?: (id: string) => boolean;
}

/** The members of an org and of all below it: found, filtered, sorted by name or by who came last. */
export function MemberList({ orgId, onOpen, isCurrent }: Props) {
  const head = useListHead<Key>();
  const [latest, setLatest] = useState(false);
  const chosen = { orgId, ...(head.q === '' ? {} : { q: head.q }), ...head.chosen } as Input;
  const list = useListCall('member.list', latest ? { ...chosen, sort: 'joined' } : chosen);
  const count = useQueryCall('member.count', chosen).data?.count;
  const masked = list.first?.masked === true;
  const isTop = list.first?.isTop === true || head.chosen.belonging !== undefined;
  return (
    <>
      <ListHead
        head={head}
        find={masked ? undefined : '姓名、拼音或首字母'}
        filters={isTop ? [...filters, nowhere] : filters}
        total={count === undefined ? undefined : `共 ${count} 人`}
      >
        {!masked && (
          <Button kind="text" onClick={() => setLatest(!latest)}>
            {latest ? '按姓名排' : '新加入的在前'}
          </Button>
        )}
      </ListHead>
      {masked && <Text className="sx-members__note">按您的职责，名单隐去了姓名，只看人数和归属。</Text>}
      <QueryView query={list} skeleton={<Skeleton shape="row" count={8} />}>
        {(people) => (
          <>
            {people.length === 0 ? (
              <Empty
                title={head.q === '' ? '这里没有人' : '没有找到人'}
                hint={head.q === '' ? '符合这些条件的一个也没有。' : '少写几个字，或看全部。名字可以用拼音和首字母找。'}
              />
            ) : (
              <MemberTable people={people} more={list.hasMore} total={count} onOpen={onOpen} isCurrent={isCurrent} />
            )}
            <ListEnd list={list} />
          </>
        )}
      </QueryView>
    </>
  );
}
