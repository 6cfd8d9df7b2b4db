import type { ReactNode } from 'react';
import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { startBrowser } from '@/shared/browser/start';
import { start } from '@backend/transport';
import { queryClient, refreshOnShow } from '@/shared/call/client';
import { sweepReplies } from '@/shared/call/reply-cache';
import { watchNetwork } from '@/shared/call/online';
import { sweepDrafts } from '@/shared/draft/storage';
import { leadOn } from '@/shared/lost-page';
import { pathTo } from '@/shared/nav';
import { startOutbox } from '@/shared/outbox/outbox';
import { queued } from './queued';
import { watchWindow } from '@/shared/wide/useWide';
import { Boundary } from '@/shared/ui/Boundary/Boundary';
import './app.scss';

/** Each on its own: one that fails must not keep the others from starting. */
const steps = [
  start,
  startBrowser,
  sweepReplies,
  sweepDrafts,
  watchNetwork,
  watchWindow,
  refreshOnShow,
  () => startOutbox(queued),
];

function launch(): void {
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      console.error(error);
    }
  }
}

let begunAgain = false;

/** WeChat shows nothing that stands outside a page, so words would stay unseen there: once, the app begins again. */
function beginAgain(reload: () => void): void {
  if (process.env.TARO_ENV !== 'weapp' || begunAgain) return;
  begunAgain = true;
  reload();
  void Taro.reLaunch({ url: pathTo('today') });
}

export default function App({ children }: { children: ReactNode }) {
  useLaunch(launch);
  usePageNotFound(leadOn);
  return (
    <Boundary onFailure={beginAgain}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </Boundary>
  );
}
