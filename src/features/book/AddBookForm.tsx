import { Text } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { useCommandCall } from '@/shared/call/command';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { isPermitted, useSession } from '@/shared/session/session';
import { FactFields } from './FactFields';
import { newBookErrors, newBookFrom, toAddition } from './newBook';

interface Props {
  /** What was searched for. */
  typed: string;
  onAdded: (book: BookRef) => void;
}

/** Adds a book that the catalogue lacks. Facts only, so four short fields. */
export function AddBookForm({ typed, onAdded }: Props) {
  const draft = useDraft(`book-add:${typed}`, newBookFrom(typed));
  // What an organiser adds is everybody's; what a member adds is his own.
  const shared = isPermitted(useSession().data, 'book:catalogue');
  const add = useCommandCall('book.add', {
    onDone: ({ book }) => {
      draft.sent();
      onAdded(book);
    },
  });

  const book = draft.value;
  const checks = useChecks({ values: book, errors: newBookErrors(book), error: add.error });

  return (
    <FormFrame
      checks={checks}
      send="添加"
      onSend={() => void add.run(toAddition(book))}
      error={add.error}
      pending={add.pending}
    >
      <Text className="sx-form__lead">
        {shared
          ? '只记书目信息，不用上传封面。添好后大家都能找到它，录入会留记录，写错了可以更正。'
          : '只记书目信息，不用上传封面。添好后只有您自己看得到，可以放进书架、记阅读。'}
      </Text>
      <DraftNotice draft={draft} />
      <FactFields book={book} onChange={draft.change} />
    </FormFrame>
  );
}
