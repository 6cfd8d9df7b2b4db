import type { ComponentProps } from 'react';
import { View } from '@tarojs/components';
import { FormFrame } from '@/shared/form/FormFrame';
import { Button } from '@/shared/ui/Button/Button';
import './InvitationCard.scss';

type Props = Omit<ComponentProps<typeof FormFrame>, 'inline'> & { onClose: () => void };

/** A form that sends invitations, on the page where they stand, with a way out of it. */
export function SendingForm({ onClose, ...frame }: Props) {
  return (
    <View className="invitation__form">
      <FormFrame {...frame} inline />
      <View className="invitations">
        <View className="invitation__acts">
          <Button kind="text" onClick={onClose}>
            先不发
          </Button>
        </View>
      </View>
    </View>
  );
}
