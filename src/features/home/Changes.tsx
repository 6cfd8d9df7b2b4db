import type { Change } from '@contract/domains/home/actions';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { changeWords, keyOf } from './changes';
import { useSeen } from './useSeen';

/** What changed since the person last looked; nothing where nothing did. A line opens its thing. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const putAway = useSeen();
  if (changes.length === 0) return null;
  const open = (change: Change) => {
    putAway([change]);
    if (change.kind === 'answered') go('feedback');
    else go('eventDetail', { id: change.standing.id });
  };
  return (
    <Section title="有变动" more={{ label: '知道了', onClick: () => putAway(changes) }}>
      {changes.map((change) => {
        const { what, context } = changeWords(change);
        return <Row key={keyOf(change)} title={what} context={context} onClick={() => open(change)} />;
      })}
    </Section>
  );
}
