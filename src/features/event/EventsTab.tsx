import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { takeTabParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { isPermitted, useSession } from '@/shared/session/session';
import { Segments } from '@/shared/ui/Segments/Segments';
import { EventList, type Which } from './EventList';

const views: { key: Which; label: string }[] = [
  { key: 'open', label: '可报名' },
  { key: 'mine', label: '我的' },
];
const organiserViews: typeof views = [...views, { key: 'managed', label: '我管理的' }];

/** The 活动 tab. */
export function EventsTab() {
  const [which, setWhich] = useState<Which>('open');
  const session = useSession();
  const organises = isPermitted(session.data, 'event:manage');
  // Whoever organises no longer is shown what everybody is; while that is not known, what was asked for.
  const shown = which === 'managed' && session.data && !organises ? 'open' : which;
  usePullToRefresh('event.');
  useDidShow(() => {
    const wanted = takeTabParameters('events')?.which;
    if (wanted) setWhich(wanted);
  });
  return (
    <View>
      <Segments items={organises ? organiserViews : views} value={shown} onChange={setWhich} />
      <EventList key={shown} which={shown} onBrowse={() => setWhich('open')} />
    </View>
  );
}
