import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { menuOf } from '@/shared/menu';
import { Button } from '@/shared/ui/Button/Button';
import { Section } from '@/shared/ui/Section/Section';
import { Tiles } from '@/shared/ui/Tiles/Tiles';
import { Entries } from './Entries';
import './Organise.scss';

/** More are shown side by side, by their titles alone. */
const ROWS_MAX = 4;

const sections = [
  { group: 'manage', title: '管理' },
  { group: 'people', title: '组织与成员' },
] as const;

/** What an organiser begins, as buttons, and below what there is to see to; absent for everybody else. */
export function Organise({ session }: { session: Session }) {
  const begin = menuOf('begin', session);
  return (
    <>
      {begin.length > 0 && (
        <View className="organise">
          {begin.map(({ title, open }) => (
            <View key={title} className="organise__one">
              <Button kind="quiet" block onClick={open}>
                {title}
              </Button>
            </View>
          ))}
        </View>
      )}
      {sections.map(({ group, title }) => {
        const entries = menuOf(group, session);
        if (entries.length === 0) return null;
        return (
          <Section key={group} title={title}>
            {entries.length > ROWS_MAX ? (
              <Tiles items={entries.map((entry) => ({ title: entry.title, onClick: entry.open }))} />
            ) : (
              <Entries entries={entries} />
            )}
          </Section>
        );
      })}
    </>
  );
}
