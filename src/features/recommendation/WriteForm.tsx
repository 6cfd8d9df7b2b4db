import { Text } from '@tarojs/components';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { instantLabel } from '@contract/day';
import { POINTER_MAX, QUESTION_MAX, REASON_MAX } from '@contract/domains/recommendation/constants';
import { differing, type Part } from '@/shared/draft/differing';
import { DraftForm } from '@/shared/draft/DraftForm';
import { audienceOf } from '@/shared/org/audience';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { TextField } from '@/shared/ui/TextField/TextField';
import { BookField } from './BookField';
import { PublishFields } from './PublishFields';
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
const questionExamples = ['比如：它回答了什么', '比如：哪一处和我们的工作有关', '比如：读完想做什么'];

const timeText = ({ when, publishAt }: Words): string =>
  when === 'later' && publishAt !== null ? instantLabel(publishAt) : '现在';

const partsOf = (theirs: Words, mine: Words): Part[] => [
  ['荐语', theirs.reason, mine.reason],
  ...questionLabels.map((label, index): Part => [label, theirs.questions[index] ?? '', mine.questions[index] ?? '']),
  ['先读哪里', theirs.pointer, mine.pointer],
  ['发布时间', timeText(theirs), timeText(mine)],
];

/** Writes a recommendation (荐书) or revises one: the book and the reason first, then what leads into it. */
export function WriteForm({ orgs, base, start, onSaved }: Props) {
  const writer = useWriter({ base, start, onSaved });
  const { words, published } = writer;
  const { change } = writer.draft;
  const later = !published && words.when === 'later';

  return (
    <DraftForm
      writer={writer}
      duration="大约五分钟"
      theirs={base && differing(partsOf(wordsOf(base), words))}
      send={base ? '保存修改' : later ? '定时发布' : '发布'}
      note={base ? undefined : `将发布给${audienceOf({ id: words.orgId, name: words.orgName }, orgs)}`}
    >
      <BookField book={words.book} onChange={base ? undefined : (book) => change((old) => ({ ...old, book }))} />
      <TextField
        label="荐语"
        name="reason"
        multiline
        max={REASON_MAX}
        placeholder="为什么值得读，写给一个还没打开它的人"
        value={words.reason}
        onChange={(reason) => change((old) => ({ ...old, reason }))}
      />

      <Text className="sx-form__part">三个导读问题</Text>
      {words.questions.map((question, index) => (
        <TextField
          key={index}
          label={questionLabels[index] ?? ''}
          name={`questions.${index}`}
          beside
          multiline
          max={QUESTION_MAX}
          placeholder={questionExamples[index]}
          value={question}
          onChange={(text) => change((old) => withQuestion(old, index, text))}
        />
      ))}

      <TextField
        label="只有十分钟，先读哪里"
        name="pointer"
        multiline
        max={POINTER_MAX}
        placeholder="比如：第二章开头的几页"
        value={words.pointer}
        onChange={(pointer) => change((old) => ({ ...old, pointer }))}
      />
      <PublishFields words={words} orgs={orgs} isNew={base === null} published={published} onChange={change} />
    </DraftForm>
  );
}
