import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import type { QueryState } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Failed } from '@/shared/ui/Failed/Failed';
import { Heading } from '@/shared/ui/Heading/Heading';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import type { Thing } from './arrival';
import { JoinPanel } from './JoinPanel';
import { ThingPreview } from './ThingPreview';
import { usePreview } from './usePreview';
import './JoinPanel.scss';

interface Props<T> {
  thing: Thing;
  query: QueryState<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** What there is instead of one that is gone. A book that is gone says so by a code of its own. */
const others: Record<Thing['name'], { label: string; open: () => void }> = {
  eventDetail: { label: '看别的活动', open: () => go('events') },
  recommendation: { label: '看别的荐书', open: () => go('recommendations') },
  bookDetail: { label: '去找书', open: () => go('bookSearch') },
};

/** Somebody else may read it: what it is, and for whom. */
function NotForMe({
  thing,
  error,
  retry,
  skeleton,
}: {
  thing: Thing;
  error: CallError;
  retry: () => void;
  skeleton: ReactNode;
}) {
  const { preview, pending } = usePreview(thing);
  if (pending) return <>{skeleton}</>;
  if (!preview?.elsewhere) return <Failed error={error} onRetry={retry} instead={others[thing.name]} />;
  const { why, label, open } = preview.elsewhere;
  return (
    <View className="join">
      <ThingPreview preview={preview} />
      <Heading level={2} className="join__title">
        您的组织看不到详情
      </Heading>
      <Text className="join__lead">{why}</Text>
      <View className="join__submit">
        <Button kind="quiet" block onClick={open}>
          {label}
        </Button>
      </View>
    </View>
  );
}

/** A thing that can be forwarded: to a visitor it is the way in, to a member of another organisation for whom it is. */
export function ThingView<T>({ thing, query, skeleton, children }: Props<T>) {
  const { error, retry } = query;
  if (error?.code === 'NOT_REGISTERED') return <JoinPanel thing={thing} />;
  if (error?.code === 'NOT_FOUND') return <NotForMe thing={thing} error={error} retry={retry} skeleton={skeleton} />;
  // What a page asks with is its address alone, so a link that lost a part on its way is all that can be wrong.
  if (error?.code === 'BAD_INPUT')
    return <Empty title="这个链接不完整" hint="转发或复制时少了一段。请对方再发一次。" />;
  return (
    <QueryView query={query} skeleton={skeleton}>
      {children}
    </QueryView>
  );
}
