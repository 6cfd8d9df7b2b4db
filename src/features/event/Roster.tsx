import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useWide } from '@/shared/wide/useWide';
import { RosterPeople } from './RosterPeople';
import { RosterTable } from './RosterTable';
import { hasWords } from './rosterText';
import { useCopyRoster } from './useCopyRoster';
import './Roster.scss';

/** A shorter roster is seen at a glance. */
const LONG = 12;

/** Who signed up, in order of arrival: those with a seat, then the waitlist; each with their answers. */
export function Roster({ id }: { id: string }) {
  const list = useListCall('event.roster', { id });
  const { copy, copying, progress } = useCopyRoster(id);
  const wide = useWide();
  const [sought, setSought] = useState('');
  const seeking = sought.trim() !== '';
  // Whoever is looked for may be on a later page.
  const { hasMore, loadingMore, loadMore, error } = list;
  useEffect(() => {
    if (seeking && hasMore && !loadingMore && !error) loadMore();
  });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={8} />}>
      {(people) => {
        if (people.length === 0 || !list.first)
          return <Empty title="还没有人报名" hint="报名的人会按先后排在这里，满额后自动进入候补。" />;
        const { title, total, capacity, form } = list.first;
        const waiting = Math.max(0, total - capacity);
        const shown = people.filter((person) => hasWords(person, sought));
        const People = wide ? RosterTable : RosterPeople;
        return (
          <View className="sx-roster">
            <View className="sx-roster__head">
              <View className="sx-roster__words">
                <View className="sx-roster__title" ariaRole="heading" ariaLevel={2}>
                  {title}
                </View>
                <Text className="sx-roster__count">
                  {`${total - waiting} / ${capacity} 席${waiting > 0 ? `，候补 ${waiting} 人` : ''}`}
                </Text>
              </View>
              <Button kind="quiet" loading={copying} onClick={copy}>
                {copying ? (progress ?? '正在取名单') : '复制名单'}
              </Button>
            </View>
            {total > LONG && (
              <View className="sx-table-find">
                <TextField
                  label="找人"
                  value={sought}
                  onChange={setSought}
                  max={20}
                  placeholder="姓名或回答里的几个字"
                />
              </View>
            )}
            {seeking && !hasMore && shown.length === 0 && (
              <Empty title={`没有找到“${sought.trim()}”`} hint="少写几个字再试。" />
            )}
            {shown.length > 0 && <People people={shown} form={form} capacity={capacity} more={hasMore} />}
            <ListEnd list={list} end="名单到此为止。仅组织者可见，请勿外传。" />
          </View>
        );
      }}
    </QueryView>
  );
}
