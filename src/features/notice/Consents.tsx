import { Text } from '@tarojs/components';
import type { MessageSettings } from '@contract/domains/notice/actions';
import { messageTemplates, type MessageTemplate } from '@contract/shared/notices/constants';
import { askConsent } from '@backend/consent';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { acceptedOf, toAsk } from './asking';
import './Messages.scss';

const names: Record<MessageTemplate, string> = {
  event: '活动',
  reply: '投诉建议',
  matter: '审核、职责与转接',
  digest: '几件事合成一条',
};

/** How many messages may still come of each kind, and the tap after which WeChat asks for more. */
export function Consents({ settings }: { settings: MessageSettings }) {
  const consent = useCommandCall('notice.consent', {
    onDone: () => snackbar('记下了，每样多一条'),
    onFail: ({ message }) => snackbar(message),
  });
  const { templates, timer } = settings;
  if (templates.length === 0) {
    return (
      <Section title="还能发几条">
        <Text className="messages__says">这里还没有开通微信消息。有事会在“通知”里，一条不少。</Text>
      </Section>
    );
  }
  const ask = async () => {
    const asked = toAsk(templates);
    const answers = await askConsent(asked.map(({ id }) => id));
    const accepted = acceptedOf(asked, answers);
    if (accepted.length > 0) await consent.run({ accepted });
    else snackbar('没有记，通知仍在“通知”里');
  };
  return (
    <Section title="还能发几条">
      <Text className="messages__says">微信规定：同意一次，只发一条。用完后不会再发，通知仍在“通知”里。</Text>
      {messageTemplates.flatMap((template) => {
        const found = templates.find((one) => one.template === template);
        return found ? [<Row key={template} title={names[template]} state={`${found.left} 条`} />] : [];
      })}
      {timer === false && (
        <Text className="messages__says">这里没有开通定时发送：夜里的、超出每周条数的不会补发，请看“通知”。</Text>
      )}
      <Button kind="primary" block loading={consent.pending} onClick={() => void ask()}>
        再同意一次
      </Button>
    </Section>
  );
}
