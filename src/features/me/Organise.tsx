import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { menuOf } from '@/shared/menu';
import { Button } from '@/shared/ui/Button/Button';
import { Section } from '@/shared/ui/Section/Section';
import { Entries } from './Entries';
import './Organise.scss';

/** What an organiser begins, as buttons, and below what there is of it; absent for everybody else. */
export function Organise({ session }: { session: Session }) {
  const begin = menuOf('begin', session);
  const manage = menuOf('manage', session);
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
      {manage.length > 0 && (
        <Section title="管理">
          <Entries entries={manage} />
        </Section>
      )}
    </>
  );
}
