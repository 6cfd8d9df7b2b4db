import { useMemo, useState } from 'react';
import type { ActionOutput } from '@contract/registry';
import { nameField } from '@contract/domains/me/fields';
import { cleanText, foldJoinCode, joinCodePattern } from '@contract/text';
import type { CommandState } from '@/shared/call/command';
import { CallError } from '@/shared/call/error';
import { useQueryCall } from '@/shared/call/query';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { TextField } from '@/shared/ui/TextField/TextField';
import { Tick } from '@/shared/ui/Tick/Tick';
import { AnswerField } from './AnswerField';
import { InvitedTo } from './InvitedTo';
import { answerError, isAboutCode, joinErrors, type JoinDraft } from './join';
import { useNamesake } from './useNamesake';

const PASTED_MAX = 200;

interface Props {
  /** Of the link that was opened. */
  code: string | undefined;
  /** Of a visitor: his name and whether he is old enough. A member has said both. */
  asksName?: boolean;
  send: CommandState<'invitation.accept'>;
}

const sendLabel = (invited: ActionOutput<'invitation.preview'> | undefined): string => {
  if (invited?.inside === true) return '知道了';
  return invited?.approval === true ? '申请加入' : '加入';
};

/** Code, name, "14 or older"; and before anything is sent, which org it is. */
export function JoinForm({ code, asksName = false, send }: Props) {
  const [draft, setDraft] = useState<JoinDraft>({ joinCode: code ?? '', name: '', fourteen: false });
  const folded = foldJoinCode(draft.joinCode);
  // Asked once the code is complete: with a link at once, else when its field is left.
  const [asked, setAsked] = useState(code === undefined ? '' : folded);
  const isAsked = asked !== '' && asked === folded;
  const invited = useQueryCall('invitation.preview', { code: asked }, { enabled: isAsked });
  const namesake = useNamesake(send.error);
  const [answer, setAnswer] = useState('');
  const refusal = send.error?.code === 'JOIN_NAMESAKE' ? null : send.error;
  const failed = isAsked && isAboutCode(invited.error) ? invited.error : refusal;
  // What is wrong with a code is a mistake in its field; the server cannot say where it was typed.
  const wrongCode = isAboutCode(failed);
  const error = useMemo(() => {
    if (!wrongCode || !failed) return failed;
    const { code: why, message } = failed;
    return new CallError(why, message, [{ path: 'joinCode', message }]);
  }, [wrongCode, failed]);
  const errors = {
    ...joinErrors(draft, asksName),
    ...(namesake.question !== undefined && answerError(answer)),
  };
  const checks = useChecks({ values: { ...draft, answer }, errors, error });
  const change = (patch: Partial<JoinDraft>) => {
    setDraft((old) => ({ ...old, ...patch }));
    // The question was about the name and the org that stood there.
    if (!('fourteen' in patch)) namesake.forget();
  };
  const name = asksName ? { name: cleanText(draft.name), fourteenOrOlder: true as const } : {};
  const join = (said: string | undefined) => {
    // A question that comes back is a new field, which nobody has tried to leave empty.
    checks.reset();
    void send.run({ code: folded, ...name, ...(said !== undefined && { answer: said }) });
  };
  return (
    <FormFrame
      checks={checks}
      inline
      send={sendLabel(isAsked ? invited.data : undefined)}
      onSend={() => join(namesake.question === undefined ? undefined : cleanText(answer))}
      error={wrongCode ? null : error}
      pending={send.pending}
    >
      {code === undefined || wrongCode ? (
        <TextField
          label="邀请码"
          name="joinCode"
          // Longer than a code: what is pasted may be the whole invitation, of which the code is taken.
          max={PASTED_MAX}
          placeholder="比如：HANYU2401"
          value={draft.joinCode}
          onChange={(joinCode) => change({ joinCode })}
          onLeave={() => joinCodePattern.test(folded) && setAsked(folded)}
        />
      ) : null}
      {isAsked && invited.data && <InvitedTo invited={invited.data} />}
      {asksName && (
        <>
          <TextField
            label="姓名"
            name="name"
            type="nickname"
            max={nameField.max}
            placeholder="支部里怎么称呼您就怎么写"
            value={draft.name}
            onChange={(typed) => change({ name: typed })}
          />
          <Tick
            label="我已年满 14 周岁"
            name="fourteen"
            on={draft.fourteen}
            onChange={(fourteen) => change({ fourteen })}
          />
        </>
      )}
      {namesake.question !== undefined && (
        <AnswerField
          question={namesake.question}
          value={answer}
          onChange={setAnswer}
          onSkip={() => join('')}
          pending={send.pending}
        />
      )}
    </FormFrame>
  );
}
