import { Text } from '@tarojs/components';
import type { RecommendationDetail } from '@contract/actions/recommendation';
import { instantLabel } from '@contract/day';
import { POINTER_MAX, QUESTION_MAX, REASON_MAX } from '@contract/constants';
import { differing, type Part } from '@/shared/draft/differing';
import { DraftForm } from '@/shared/draft/DraftForm';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgField } from '@/shared/org/OrgField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { DateTimeField } from '@/shared/ui/DateTimeField/DateTimeField';
import { TextField } from '@/shared/ui/TextField/TextField';
import { BookField } from './BookField';
import { useWriter } from './useWriter';
import { withQuestion, wordsOf, type Words } from './words';

interface Props {
  /** Organisations the writer may speak for. */
  orgs: readonly ManagedOrg[];
  base: RecommendationDetail | null;
  start: Words;
  onSaved: (recommendation: RecommendationDetail) => void;
}

const questionLabels = ['第一问', '第二问', '第三问'];

const timeText = ({ when, publishAt }: Words): string =>
  when === 'later' && publishAt !== null ? instantLabel(publishAt) : '现在';

const partsOf = (theirs: Words, mine: Words): Part[] => [
  ['荐语', theirs.reason, mine.reason],
  ...questionLabels.map((label, index): Part => [label, theirs.questions[index] ?? '', mine.questions[index] ?? '']),
  ['先读哪里', theirs.pointer, mine.pointer],
  ['发布时间', timeText(theirs), timeText(mine)],
];

/** Writes a recommendation (荐书) or revises one. */
export function WriteForm({ orgs, base, start, onSaved }: Props) {
  const writer = useWriter({ base, start, onSaved });
  const { words, draft, errorAt } = writer;
  const change = draft.change;
  const later = !writer.published && words.when === 'later';

  return (
    <DraftForm
      writer={writer}
      duration="大约五分钟"
      theirs={base && differing(partsOf(wordsOf(base), words))}
      send={base ? '保存修改' : later ? '定时发布' : '发布'}
    >
      {!base && (
        <OrgField
          label="以哪个组织的名义"
          orgs={orgs}
          value={{ id: words.orgId, name: words.orgName }}
          onChange={({ id, name }) => change((old) => ({ ...old, orgId: id, orgName: name }))}
          error={errorAt('orgId')}
        />
      )}
      <BookField
        book={words.book}
        onChange={base ? undefined : (book) => change((old) => ({ ...old, book }))}
        error={errorAt('bookId')}
      />

      <TextField
        label="荐语"
        multiline
        max={REASON_MAX}
        placeholder="为什么值得读？写给一个还没打开它的人。"
        value={words.reason}
        onChange={(reason) => change((old) => ({ ...old, reason }))}
        error={errorAt('reason')}
      />

      <Text className="sx-form__heading">三个导读问题</Text>
      {words.questions.map((question, index) => (
        <TextField
          key={index}
          label={questionLabels[index] ?? ''}
          multiline
          max={QUESTION_MAX}
          value={question}
          onChange={(text) => change((old) => withQuestion(old, index, text))}
          error={errorAt(`questions.${index}`)}
        />
      ))}

      <TextField
        label="只有十分钟，先读哪里"
        multiline
        max={POINTER_MAX}
        placeholder="比如：第二章开头的几页"
        value={words.pointer}
        onChange={(pointer) => change((old) => ({ ...old, pointer }))}
        error={errorAt('pointer')}
      />

      {!writer.published && (
        <>
          <ChoiceField
            label="什么时候发布"
            options={[
              { label: '现在', value: 'now' },
              { label: '定个时间', value: 'later' },
            ]}
            value={words.when}
            onChange={(when) => change((old) => ({ ...old, when: when === 'later' ? 'later' : 'now' }))}
          />
          {later && (
            <DateTimeField
              label="发布时间"
              value={words.publishAt}
              onChange={(publishAt) => change((old) => ({ ...old, publishAt }))}
              error={errorAt('publishAt')}
            />
          )}
        </>
      )}
    </DraftForm>
  );
}
