import { Text, View } from '@tarojs/components';
import type { AuditEntry } from '@contract/domains/audit/actions';
import type { ActionOutput } from '@contract/registry';
import { copyText } from '@/shared/copyText';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { actorText, momentText, resultText, thingText } from './words';
import './EntryFacts.scss';

type Entry = ActionOutput<'audit.get'>;

const actorRow = (entry: AuditEntry) => {
  const { id } = entry.actor;
  const name = actorText(entry);
  if (id === null) return <Row title={name} context="没有记录可查" />;
  return (
    <Row title={name} context="看与此人有关的记录" onClick={() => go('audit', { personId: id, personName: name })} />
  );
};

/** One entry: who did what to what and how it went, and what proves that it is as it was written. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const { action, summary, things, id, requestId, hash, previous } = entry;
  const proof = `记录 ${id}\n校验值 ${hash}\n前一条 ${previous}\n调用 ${requestId}`;
  return (
    <>
      <View className="sx-entry">
        <Heading level={2} className="sx-entry__title">
          {summary}
        </Heading>
        <Text className="sx-entry__line">{`${momentText(entry.at)} · ${resultText(entry)}`}</Text>
      </View>
      <Section title="谁">{actorRow(entry)}</Section>
      <Section title="涉及">
        {things.length === 0 && <Text className="sx-entry__line">没有具体的人或事。</Text>}
        {things.map((thing) => (
          <Row
            key={`${thing.what} ${thing.id}`}
            title={thingText(thing)}
            context="看这件事的全部记录"
            onClick={() => go('audit', { thingId: thing.id, thingName: thingText(thing) })}
          />
        ))}
      </Section>
      <Section title="同样的操作">
        <Row
          title={summary}
          context="看这种操作的全部记录"
          onClick={() => go('audit', { action, actionName: summary })}
        />
      </Section>
      <Section title="校验">
        <Text className="sx-entry__proof" userSelect>
          {proof}
        </Text>
        <View className="sx-entry__copy">
          <Button kind="text" onClick={() => void copyText(proof, '已复制')}>
            复制校验值
          </Button>
        </View>
      </Section>
    </>
  );
}
