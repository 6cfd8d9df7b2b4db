import { useState } from 'react';
import { View } from '@tarojs/components';
import { usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro';
import type { Today } from '@contract/domains/home/actions';
import { monthOf, type Day } from '@contract/day';
import { InHand } from '@/features/checkin/InHand';
import { MonthStrip } from '@/features/checkin/MonthStrip';
import { RefusedNotes } from '@/shared/outbox/RefusedNotes';
import { none, useShownDays } from '@/features/checkin/useShownDays';
import { JoinPanel } from '@/features/session/JoinPanel';
import { Changes } from '@/features/home/Changes';
import { isTold } from '@/features/home/changes';
import { EmptyDesk } from '@/features/home/EmptyDesk';
import { Greeting } from '@/features/home/Greeting';
import { isSoon, NextEvent } from '@/features/home/NextEvent';
import { RecommendationNow } from '@/features/home/RecommendationNow';
import { TodaySkeleton } from '@/features/home/TodaySkeleton';
import { serverNow } from '@/shared/call/clock';
import { useQueryCall } from '@/shared/call/query';
import { useToday } from '@/shared/call/useToday';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import './index.scss';

function TodayContent({ data }: { data: Today }) {
  const today = useToday();
  // Offline on the first of a month, the last reply is of the month before.
  const month = monthOf(today);
  const behind = data.month !== month;
  const days = useShownDays(month, behind ? none : data.days);
  const [pressed, setPressed] = useState<Day | null>(null);
  const event = data.event && !isTold(data.event, data.changes) ? data.event : null;
  const soon = event && isSoon(event, today) ? event : null;
  const later = soon ? null : event;
  return (
    <>
      <Greeting day={today} name={data.name} now={serverNow()} />
      <RefusedNotes />
      <View className="today">
        <View className="today__hand">
          {data.desk.length > 0 ? (
            <InHand desk={data.desk} today={today} days={days} onLogged={() => setPressed(today)} />
          ) : (
            <EmptyDesk recommendation={data.recommendation} />
          )}
        </View>
        <View className="today__news">
          <Changes changes={data.changes} />
          {soon && <NextEvent event={soon} today={today} />}
        </View>
        <View className="today__month">
          <MonthStrip month={month} today={today} days={days} pressed={pressed} behind={behind} />
        </View>
        <View className="today__more">
          {data.recommendation && <RecommendationNow card={data.recommendation} />}
          {later && <NextEvent event={later} today={today} />}
        </View>
      </View>
    </>
  );
}

/** 今日: one call, then everything on it works offline. */
function TodayPage() {
  const query = useQueryCall('home.today', {});
  usePullDownRefresh(() => {
    query.retry();
    stopPullDownRefresh();
  });
  return (
    <Page tab columns title="今日">
      {query.error?.code === 'NOT_REGISTERED' ? (
        <JoinPanel />
      ) : (
        <QueryView query={query} skeleton={<TodaySkeleton />}>
          {(data) => <TodayContent data={data} />}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('today', TodayPage);
