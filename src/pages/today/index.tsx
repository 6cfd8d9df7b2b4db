import { useState } from 'react';
import { usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro';
import type { Today } from '@contract/actions/home';
import { monthOf, type Day } from '@contract/day';
import { InHand } from '@/features/checkin/InHand';
import { MonthStrip } from '@/features/checkin/MonthStrip';
import { RefusedNotes } from '@/features/checkin/RefusedNotes';
import { none, useShownDays } from '@/features/checkin/useShownDays';
import { JoinPanel } from '@/features/session/JoinPanel';
import { Changes } from '@/features/today/Changes';
import { EmptyDesk } from '@/features/today/EmptyDesk';
import { Greeting } from '@/features/today/Greeting';
import { NextEvent } from '@/features/today/NextEvent';
import { RecommendationNow } from '@/features/today/RecommendationNow';
import { TodaySkeleton } from '@/features/today/TodaySkeleton';
import { serverNow } from '@/shared/call/clock';
import { useQueryCall } from '@/shared/call/query';
import { useToday } from '@/shared/call/useToday';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';

function TodayContent({ data }: { data: Today }) {
  const today = useToday();
  // Offline on the first of a month, the last reply is of the month before.
  const month = monthOf(today);
  const behind = data.month !== month;
  const days = useShownDays(month, behind ? none : data.days);
  const [pressed, setPressed] = useState<Day | null>(null);
  return (
    <>
      <Greeting day={today} name={data.name} now={serverNow()} />
      <RefusedNotes />
      {data.desk.length > 0 ? (
        <InHand
          desk={data.desk}
          today={today}
          shownToday={days.find(({ day }) => day === today)}
          onLogged={() => setPressed(today)}
        />
      ) : (
        <EmptyDesk recommendation={data.recommendation} />
      )}
      <Changes changes={data.changes} />
      <MonthStrip month={month} today={today} days={days} pressed={pressed} behind={behind} />
      {data.recommendation && <RecommendationNow card={data.recommendation} />}
      {data.event && <NextEvent event={data.event} />}
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
    <Page tab title="今日">
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

export default asPage(TodayPage);
