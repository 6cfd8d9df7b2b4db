import { Text } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { useCommandCall } from '@/shared/call/command';
import { DraftForm } from '@/shared/draft/DraftForm';
import { differing } from '@/shared/draft/differing';
import { saveRevision } from '@/shared/draft/saveRevision';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { useChecks } from '@/shared/form/useChecks';
import { Empty } from '@/shared/ui/Empty/Empty';
import { FactFields } from './FactFields';
import { factsOf, newBookErrors, toAddition } from './newBook';

interface Props {
  seen: ActionOutput<'book.get'>;
  onSaved: () => void;
}

const read = ({ book, version }: ActionOutput<'book.correct'>) => ({ words: factsOf(book), version });

/** Corrects the facts of a book of the catalogue (更正书目信息), for those who answer for it. */
export function CorrectBook({ seen, onSaved }: Props) {
  const { book, version, mayCorrect } = seen;
  const draft = useVersionedDraft(`book:${book.id}`, factsOf(book), version);
  const correct = useCommandCall('book.correct', {
    intention: draft.intention,
    followed: (reply) => draft.standing(read(reply).words) === 'earlier',
  });
  const error = correct.error?.code === 'CONFLICT' ? null : correct.error;
  const facts = draft.value;
  const checks = useChecks({ values: facts, errors: newBookErrors(facts), error });
  if (!mayCorrect) return <Empty title="这本书由别的组织录入" hint="发现有误，可以在“投诉建议”里告诉我们。" />;

  const save = async (): Promise<void> => {
    const send = (from: number) => correct.run({ ...toAddition(facts), bookId: book.id, version: from });
    const reply = await saveRevision(draft, send, read);
    if (reply === undefined || reply === 'behind') return;
    draft.sent();
    onSaved();
  };
  const writer = { draft, checks, error, pending: correct.pending, send: () => void save() };
  return (
    <DraftForm
      writer={writer}
      duration="大约一分钟"
      theirs={differing([
        ['书名', book.title, facts.title],
        ['作者', book.author, facts.author],
        ['出版社', book.publisher ?? '', facts.publisher],
        ['ISBN', book.isbn ?? '', facts.isbn],
      ])}
      send="保存更正"
    >
      <Text className="sx-form__note">更正后大家看到的都会改，荐书立即更新，书架在一小时内更新。更正会留记录。</Text>
      <FactFields book={facts} onChange={draft.change} />
    </DraftForm>
  );
}
