import type { ReactNode } from 'react';
import { useLaunch } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { start } from '@/shared/backend/local/transport';
import { queryClient, refreshOnShow } from '@/shared/call/client';
import { watchNetwork } from '@/shared/call/online';
import { startOutbox } from '@/shared/outbox/outbox';
import './app.scss';

export default function App({ children }: { children: ReactNode }) {
  useLaunch(() => {
    start();
    watchNetwork();
    refreshOnShow();
    startOutbox();
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
