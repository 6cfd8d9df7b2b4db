import { Text, View } from '@tarojs/components';
import type { Board, BoardDuty, Duty } from '@contract/domains/duty/actions';
import { go } from '@/shared/nav';
import { Heading } from '@/shared/ui/Heading/Heading';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import { linesOf, ownNote, standInNote } from './terms';
import './DutyGroup.scss';

interface Props {
  group: Board['groups'][number];
  /** Names lead to what one edits of them. */
  mayManage: boolean;
}

/** A name with what there is to say of it; for those who edit it leads to the duty. */
function Name({ duty, note, mayManage }: { duty: Duty; note: string; mayManage: boolean }) {
  return (
    <>
      {mayManage ? (
        <TapWord label={`${duty.name}，${duty.title}，修改`} onTap={() => go('dutyEdit', { id: duty.id })}>
          {duty.name}
        </TapWord>
      ) : (
        <Text className="duty-group__name">{duty.name}</Text>
      )}
      {note !== '' && <Text className="duty-group__note">{note}</Text>}
    </>
  );
}

/** A person, and whoever stands in for him. */
function Person({ duty, mayManage }: { duty: BoardDuty; mayManage: boolean }) {
  return (
    <View className="duty-group__person">
      <Name duty={duty} note={ownNote(duty)} mayManage={mayManage} />
      {duty.standIns.map((one) =>
        mayManage ? (
          <TapWord key={one.id} small label={`${standInNote(one)}，修改`} onTap={() => go('dutyEdit', { id: one.id })}>
            {standInNote(one)}
          </TapWord>
        ) : (
          <Text key={one.id} className="duty-group__note">
            {standInNote(one)}
          </Text>
        ),
      )}
    </View>
  );
}

/** One group of an org, as such lists are written: the duty once, and behind it who holds it. */
export function DutyGroup({ group, mayManage }: Props) {
  return (
    <View className="duty-group">
      <Heading level={3} className="duty-group__head">
        {group.name}
      </Heading>
      {linesOf(group.duties).map(({ title, duties }) => (
        <View key={duties[0]?.id} className="duty-group__line">
          <Text className="duty-group__title">{title}</Text>
          <View className="duty-group__people">
            {duties.map((duty) => (
              <Person key={duty.id} duty={duty} mayManage={mayManage} />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
