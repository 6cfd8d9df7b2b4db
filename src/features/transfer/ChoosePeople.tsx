import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Place } from '@contract/domains/transfer/actions';
import { GRADUATE_MAX } from '@contract/domains/transfer/constants';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { Tick } from '@/shared/ui/Tick/Tick';
import type { Group } from './groups';
import { PlaceField } from './PlaceField';

const kinds = [
  { value: 'none', label: '暂无' },
  { value: 'place', label: '同去一个组织' },
] as const;

interface Props {
  orgId: string;
  /** Those who are in a group already. */
  chosen: ReadonlySet<string>;
  onAdd: (group: Group) => void;
}

/** Ticks people of an org and says where they go. */
export function ChoosePeople({ orgId, chosen, onAdd }: Props) {
  const list = useListCall('member.list', { orgId, state: 'active' });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>('none');
  const [place, setPlace] = useState<Place | null>(null);
  const tick = (id: string, on: boolean) =>
    setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  return (
    <Section title="选人">
      <QueryView query={list} skeleton={<Skeleton shape="row" count={6} />}>
        {(all) => {
          // Those of orgs below graduate from there.
          const own = all.filter(({ orgs }) => orgs.some(({ id }) => id === orgId));
          const left = own.filter(({ id }) => !chosen.has(id));
          const these = left.filter(({ id }) => ticked.has(id));
          const ready = these.length > 0 && (kind === 'none' || place !== null);
          const add = () => {
            onAdd({ to: kind === 'none' ? null : place, people: these });
            setTicked(new Set());
          };
          if (own.length === 0 && !list.hasMore) {
            return <Empty title="这个组织里没有直接的成员" hint="成员在下属的支部里。换一个组织，选要毕业的那个班。" />;
          }
          return (
            <View className="graduate__choose">
              {left.length === 0 ? (
                <Empty title="都在名单里了" hint="看看下面的名单，没问题就可以转出。" />
              ) : (
                <>
                  <View className="graduate__all">
                    <Button
                      kind="text"
                      onClick={() => setTicked(new Set(left.slice(0, GRADUATE_MAX).map(({ id }) => id)))}
                    >
                      全选
                    </Button>
                    {these.length > 0 && (
                      <Button kind="text" onClick={() => setTicked(new Set())}>
                        取消选择
                      </Button>
                    )}
                  </View>
                  <View className="graduate__people">
                    {left.map(({ id, name }) => (
                      <Tick key={id} label={name} on={ticked.has(id)} onChange={(on) => tick(id, on)} />
                    ))}
                  </View>
                  <ListEnd list={list} />
                  <ChoiceField label="这些人的去向" options={kinds} value={kind} onChange={setKind} />
                  {kind === 'place' && (
                    <PlaceField label="去哪里" value={place} onChange={setPlace} hint="名称、拼音、首字母或编号都行" />
                  )}
                  <Button kind="quiet" block disabled={!ready} onClick={add}>
                    {these.length === 0 ? '加进名单' : `加进名单（${these.length} 人）`}
                  </Button>
                </>
              )}
            </View>
          );
        }}
      </QueryView>
    </Section>
  );
}
