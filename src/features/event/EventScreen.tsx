import { useEffect, useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formMinutes } from '@contract/shared/participation/constants';
import type { EventDetail } from '@contract/domains/event/actions';
import { bringIntoView } from '@/shared/bringIntoView';
import { serverNow } from '@/shared/call/clock';
import { FormFooter } from '@/shared/form/FormFooter';
import { FormContext } from '@/shared/form/scope';
import { HeldLine } from '@/shared/moderation/HeldLine';
import { Button } from '@/shared/ui/Button/Button';
import { Fold } from '@/shared/ui/Fold/Fold';
import { FormError } from '@/shared/ui/FormError/FormError';
import { Page } from '@/shared/ui/Page/Page';
import { useHere } from '@/shared/useHere';
import { EventFacts } from './EventFacts';
import { ManagePanel } from './ManagePanel';
import { MyPlace } from './MyPlace';
import { SignUpForm } from '@/shared/participation/SignUpForm';
import { closedAdvice, signUpLabel } from './standing';
import { useSignUp } from './useSignUp';
import '@/shared/ui/form.scss';

const burdenText = ({ form }: EventDetail): string =>
  form.length === 0 ? '不用填表，点一下就报上。' : `要答 ${form.length} 个问题，大约 ${formMinutes(form)} 分钟。`;

interface Props {
  event: EventDetail;
  above?: ReactNode;
  /** Ways to forward it and to report it. */
  foot?: ReactNode;
}

/** One event: facts, my place or the way to one; for organisers what they can do, before the introduction. */
export function EventScreen({ event, above, foot }: Props) {
  const [filling, setFilling] = useState(false);
  const here = useHere();
  const signUp = useSignUp(event, () => setFilling(false));
  const now = serverNow();
  // While nobody else sees it, nobody signs up.
  const hidden = event.held?.of === 'publication';
  const label = event.mine.state === 'none' && !hidden ? signUpLabel(event, now) : null;
  const advised = event.mine.state === 'none' || event.cancelled ? closedAdvice(event, now) : null;
  const advice = advised && <Text className="sx-event__advice">{advised}</Text>;
  const asks = event.form.length > 0;
  const open = asks && filling;

  // The button stays at the foot of the screen; a long introduction would hide the questions it opened.
  useEffect(() => {
    if (open) bringIntoView('.sx-sign-up');
  }, [open]);
  // Nor may it hide the seal that answers the tap.
  useEffect(() => {
    if (signUp.justIn && here()) bringIntoView('.sx-my-place');
  }, [signUp.justIn, here]);

  const begin = label && (
    <Button block loading={signUp.pending} onClick={asks ? () => setFilling(true) : signUp.send}>
      {label}
    </Button>
  );
  const submit = label && (
    <FormFooter
      checks={signUp.checks}
      send={`提交，${label}`}
      onSend={signUp.send}
      error={signUp.error}
      pending={signUp.pending}
    />
  );

  return (
    <Page title="活动" footer={open ? submit : begin}>
      {above}
      <HeldLine held={event.held} />
      <EventFacts event={event} />
      {event.cancelled && advice}
      {!event.cancelled && <MyPlace event={event} fresh={signUp.justIn} mayCancel={now < event.startsAt} />}
      {event.mayManage && <ManagePanel event={event} />}
      <View className="sx-event__about">
        <Fold text={event.about} />
      </View>
      {!event.cancelled && advice}
      <View className={label ? 'sx-form' : ''}>
        {label && <Text className="sx-form__lead">{burdenText(event)}</Text>}
        {label && open && (
          <FormContext.Provider value={signUp.checks.scope}>
            <SignUpForm form={event.form} answers={signUp.answers} reused={signUp.reused} onChange={signUp.change} />
          </FormContext.Provider>
        )}
        {label && !open && <FormError error={signUp.error} />}
      </View>
      {foot}
    </Page>
  );
}
