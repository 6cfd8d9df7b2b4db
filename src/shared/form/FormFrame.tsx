import type { ComponentProps, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { FormFooter } from './FormFooter';
import { FormContext } from './scope';
import type { Checks } from './useChecks';
import '@/shared/ui/form.scss';

type Footer = Omit<ComponentProps<typeof FormFooter>, 'checks'>;

interface Props extends Footer {
  checks: Checks;
  /** Below the fields instead of at the lower edge: among other things, or above a tab bar. */
  inline?: boolean;
  /** The fields, each with the `name` of its path. */
  children: ReactNode;
}

/** The frame of a form: its fields, joined to what is wrong with them, and its foot within the thumb's reach. */
export function FormFrame({ checks, inline = false, children, ...footer }: Props) {
  return (
    <FormContext.Provider value={checks.scope}>
      <View
        className={`sx-form ${inline ? 'sx-form--inline' : 'sx-form--footed'} ${footer.error ? 'sx-form--failed' : ''}`}
      >
        {children}
        <View className={inline ? 'sx-form__send' : 'sx-form__foot'}>
          <FormFooter checks={checks} {...footer} />
        </View>
      </View>
    </FormContext.Provider>
  );
}
