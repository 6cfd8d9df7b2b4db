import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { useCommandCall } from '@/shared/call/command';
import { fieldMessage } from '@/shared/call/error';
import { useDraft } from '@/shared/draft/useDraft';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { TextField } from '@/shared/ui/TextField/TextField';
import { isbnHint } from './isbnHint';
import { newBookErrors, newBookFrom, toAddition, type NewBook } from './newBook';
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
  const add = useCommandCall('book.add', {
    intention: draft.intention,
    onDone: ({ book }) => {
      draft.sent();
      onAdded(book);
    },
  });

  const book = draft.value;
  const errors = newBookErrors(book);
  const isbn = isbnHint(book.isbn);
  // The server alone knows some refusals; ISBN_INVALID names no field.
  const refusedIsbn = add.error?.code === 'ISBN_INVALID' ? add.error.message : undefined;
  const field = (name: keyof NewBook, label: string, max: number) => ({
    label,
    max,
    value: book[name],
    onChange: (value: string) => draft.change((old) => ({ ...old, [name]: value })),
    error: (checked ? errors[name] : undefined) ?? fieldMessage(add.error, name),
  });

  const submit = (): void => {
    setChecked(true);
    if (Object.keys(errors).length === 0) void add.run(toAddition(book));
  };

  return (
    <View className="sx-form">
      <Text className="sx-form__lead">只记书目信息，不用上传封面。添好后大家都能找到它。</Text>
      <TextField {...field('title', '书名', 80)} />
      <TextField {...field('author', '作者', 60)} placeholder="多位作者用顿号隔开" />
      <TextField {...field('publisher', '出版社（可不填）', 60)} />
      <TextField
        {...field('isbn', 'ISBN（可不填）', 20)}
        error={isbn.kind === 'wrong' ? isbn.text : (refusedIsbn ?? field('isbn', '', 20).error)}
        hint={isbn.kind === 'none' || isbn.kind === 'wrong' ? '书背面条码上方的 13 位数字' : isbn.text}
      />
      <FormError error={add.error} />
      <View className="sx-form__send">
        <Button block loading={add.pending} onClick={submit}>
          添加
        </Button>
      </View>
    </View>
  );
}
