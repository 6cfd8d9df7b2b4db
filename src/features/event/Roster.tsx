import { Text, View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { RosterRow } from './RosterRow';
import { useCopyRoster } from './useCopyRoster';
import './Roster.scss';

/** Who signed up, in order of arrival: those with a seat, then the waitlist; each with their answers. */
export function Roster({ id }: { id: string }) {
  const list = useListCall('event.roster', { id });
  const { copy, copying, progress } = useCopyRoster(id);
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={8} />}>
      {(people) => {
        if (people.length === 0 || !list.first)
          return <Empty title="还没有人报名" hint="报名的人会按先后排在这里，满额后自动进入候补。" />;
        const { title, total, capacity, form } = list.first;
        const waiting = Math.max(0, total - capacity);
        const row = (person: (typeof people)[number]) => (
          <RosterRow key={person.order} person={person} form={form} capacity={capacity} />
        );
        return (
          <View className="sx-roster">
            <Text className="sx-roster__title">{title}</Text>
            <Text className="sx-roster__count">
              {`${total - waiting} / ${capacity} 席${waiting > 0 ? `，候补 ${waiting} 人` : ''}`}
            </Text>
            <View className="sx-roster__copy">
              <Button kind="quiet" loading={copying} onClick={copy}>
                {copying ? (progress ?? '正在取名单') : '复制名单'}
              </Button>
            </View>
            {people.filter((person) => person.seated).map(row)}
            {people.some((person) => !person.seated) && (
              <Text className="sx-roster__divide">以下候补，有人取消时自动递补</Text>
            )}
            {people.filter((person) => !person.seated).map(row)}
            <ListEnd list={list} end="名单到此为止。仅组织者可见，请勿外传。" />
          </View>
        );
      }}
    </QueryView>
  );
}
