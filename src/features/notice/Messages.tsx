import { Text } from '@tarojs/components';
import { config } from '@contract/config';
import type { MessageSettings } from '@contract/domains/notice/actions';
import { noticeKinds, noticeKindTable } from '@contract/shared/notices/constants';
import { useCommandCall } from '@/shared/call/command';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { Consents } from './Consents';
import { hoursOf, quietChoices, quietKey } from './hours';
import './Messages.scss';

const counts = Array.from({ length: config.messages.perWeek }, (_, at) => ({
  value: String(at + 1),
  label: `${at + 1} 条`,
}));

/** Which notices WeChat tells as well, how often, and when not: each tap is kept at once. */
export function Messages({ settings }: { settings: MessageSettings }) {
  const set = useCommandCall('notice.set', { onFail: ({ message }) => snackbar(message) });
  return (
    <>
      <Consents settings={settings} />
      <Section title="哪些事">
        {noticeKinds.map((kind) => (
          <Tick
            key={kind}
            label={noticeKindTable[kind].says}
            on={settings.on[kind] ?? noticeKindTable[kind].on}
            onChange={(on) => void set.run({ kind: { kind, on } })}
          />
        ))}
      </Section>
      <Section title="多少、什么时候">
        <ChoiceField
          label="每周最多"
          options={counts}
          value={String(settings.perWeek)}
          onChange={(value) => void set.run({ perWeek: Number(value) })}
        />
        <ChoiceField
          label="不打扰"
          options={quietChoices(settings.quiet)}
          value={quietKey(settings.quiet)}
          onChange={(value) => void set.run({ quiet: hoursOf(value) })}
          hint="这段时间里的，过后合成一条"
        />
        <Text className="messages__says">通知本身不受这些影响，都在“通知”里。</Text>
      </Section>
    </>
  );
}
