import { Text, View } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { Tap } from '@/shared/ui/Tap/Tap';
import { Said } from './Said';
import type { Checks } from './useChecks';
import './FormFooter.scss';

interface Props {
  checks: Pick<Checks, 'left' | 'said' | 'goToFirst' | 'attempt'>;
  /** The word on the button. */
  send: string;
  onSend: () => void;
  /** Why the last sending failed. */
  error: CallError | null;
  pending: boolean;
  /** Something else has to be decided first. */
  disabled?: boolean;
  /** One quiet line above: who will see it, and what it asks of them. */
  note?: string;
}

/**
 * The foot of a form: its one action, and how much is still missing; a tap on that goes to the first place. Stands where
 * it is put: in `Page`'s footer, at the end of a form (`FormFrame`), or below a short one.
 */
export function FormFooter({ checks, send, onSend, error, pending, disabled, note }: Props) {
  return (
    <View className="sx-form-footer">
      <FormError error={error} />
      {note && <Text className="sx-form-footer__note">{note}</Text>}
      <View className="sx-form-footer__line">
        {checks.left !== '' && (
          <Tap className="sx-form-footer__left" onTap={checks.goToFirst}>
            {checks.left}
          </Tap>
        )}
        <View className="sx-form-footer__send">
          <Button block loading={pending} disabled={disabled} onClick={() => checks.attempt(onSend)}>
            {send}
          </Button>
        </View>
      </View>
      <Said text={checks.said} />
    </View>
  );
}
