import { useState } from 'react';
import { View } from '@tarojs/components';
import { Segments } from '@/shared/ui/Segments/Segments';
import { DutyBoard } from './DutyBoard';
import { DutyHistory } from './DutyHistory';
import './DutyViews.scss';

const views = [
  { key: 'present', label: '现任' },
  { key: 'former', label: '历任' },
] as const;

/** Who holds which duty of an org now, and apart from it who did. */
export function DutyViews({ orgId, frozen }: { orgId: string; frozen: boolean }) {
  const [view, setView] = useState<(typeof views)[number]['key']>('present');
  return (
    <View className="duty-views">
      <Segments items={views} value={view} onChange={setView} />
      <View className="duty-views__body">
        {view === 'present' ? <DutyBoard orgId={orgId} frozen={frozen} /> : <DutyHistory orgId={orgId} />}
      </View>
    </View>
  );
}
