import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { NOTE_MAX } from '@contract/domains/checkin/constants';
import type { Day } from '@contract/day';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { Said } from '@/shared/form/Said';
import { FormContext } from '@/shared/form/scope';
import { useChecks } from '@/shared/form/useChecks';
import { writeDay } from './outbox/write';
import type { ShownLine } from './outbox/overlay';
import { Button } from '@/shared/ui/Button/Button';
import { TextField } from '@/shared/ui/TextField/TextField';
import { draftOf, type DetailsDraft } from './details';
import { folded } from '@/shared/ui/Note/fold';
import { useDetailsDraft } from './useDetailsDraft';
import './DetailsForm.scss';

interface Props {
  day: Day;
  line: ShownLine;
  /** Selector of what the form stands in. */
  within: string;
  onSaved: () => void;
  /** Leaves the form; what was typed stays for the next time. */
  onLeave: () => void;
}

/** 页数, 分钟, 心得: all of them optional, all of them private. */
export function DetailsForm({ day, line, within, onSaved, onLeave }: Props) {
  const { draft, value, change, changes, errors } = useDetailsDraft(day, line.book.id, draftOf(line));
  const checks = useChecks({ values: value, errors, error: null });
  const field = (name: keyof DetailsDraft) => ({
    name,
    value: value[name],
    onChange: (text: string) => change(name, text),
  });
  // A long text made the page long: without it, one would stand somewhere below what was written.
  const leaveFor = (next: () => void) => {
    if (folded(value.note) !== null) void Taro.pageScrollTo({ selector: within, duration: 200 });
    next();
  };
  const save = () => {
    if (Object.keys(changes).length > 0) writeDay(line.book, day, changes);
    draft.sent();
    leaveFor(onSaved);
  };
  return (
    <View className="details-form">
      <FormContext.Provider value={checks.scope}>
        <DraftNotice draft={draft} />
        <View className="details-form__numbers">
          <View className="details-form__number">
            <TextField label="读了几页" type="number" max={4} placeholder="可不填" {...field('pages')} />
          </View>
          <View className="details-form__number">
            <TextField label="几分钟" type="number" max={4} placeholder="可不填" {...field('minutes')} />
          </View>
        </View>
        <TextField
          label="心得"
          multiline
          max={NOTE_MAX}
          placeholder="一句话也好，不写也好"
          hint="仅自己可见"
          {...field('note')}
        />
        <View className="details-form__actions">
          <Button kind="text" onClick={() => leaveFor(onLeave)}>
            先不写
          </Button>
          <Button kind="quiet" onClick={() => checks.attempt(save)}>
            写好了
          </Button>
        </View>
      </FormContext.Provider>
      <Said text={checks.said} />
    </View>
  );
}
