import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { useCommandCall } from '@/shared/call/command';
import { useDraft } from '@/shared/draft/useDraft';
import { isPermitted, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { FactFields } from './FactFields';
import { newBookErrors, newBookFrom, toAddition } from './newBook';
import '@/shared/ui/form.scss';

interface Props {
  /** What was searched for. */
  typed: string;
  onAdded: (book: BookRef) => void;
}

/** Adds a book that the catalogue lacks. Facts only, so four short fields. */
export function AddBookForm({ typed, onAdded }: Props) {
  const draft = useDraft(`book-add:${typed}`, newBookFrom(typed));
  const [checked, setChecked] = useState(false);
  // What an organiser adds is everybody's; what a member adds is his own.
  const shared = isPermitted(useSession().data, 'book:catalogue');
  const add = useCommandCall('book.add', {
    onDone: ({ book }) => {
      draft.sent();
      onAdded(book);
    },
  });

  const book = draft.value;
  const submit = (): void => {
    setChecked(true);
    if (Object.keys(newBookErrors(book)).length === 0) void add.run(toAddition(book));
  };

  return (
    <View className="sx-form">
      <Text className="sx-form__lead">
        {shared
          ? '只记书目信息，不用上传封面。添好后大家都能找到它，录入会留记录，写错了可以更正。'
          : '只记书目信息，不用上传封面。添好后只有您自己看得到，可以放进书架、记阅读。'}
      </Text>
      <FactFields book={book} onChange={draft.change} checked={checked} error={add.error} />
      <FormError error={add.error} />
      <View className="sx-form__send">
        <Button block loading={add.pending} onClick={submit}>
          添加
        </Button>
      </View>
    </View>
  );
}
