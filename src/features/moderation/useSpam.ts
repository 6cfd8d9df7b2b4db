import { useState } from 'react';
import type { CaseCard } from '@contract/domains/moderation/actions';
import { BULK_MAX } from '@contract/domains/moderation/constants';
import type { ActionOutput } from '@contract/registry';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

type Result = ActionOutput<'moderation.rejectSpam'>['results'][number]['result'];

const leftText: Record<Exclude<Result, 'done'>, string> = {
  taken: '别人正在看，或是申诉',
  closed: '已经有了结果，或作者改过',
  own: '是您自己写的',
  samePerson: '要由另一位审核员来看',
  gone: '已经不在了',
};

/** Turns several down as advertising, and tells of each what became of it. */
export function useSpam() {
  const [told, setTold] = useState<readonly string[]>([]);
  const { run, pending } = useCommandCall('moderation.rejectSpam', { onFail: ({ message }) => snackbar(message) });
  const reject = async (cases: readonly CaseCard[]): Promise<void> => {
    const reply = await run({ ids: cases.map(({ id }) => id) });
    if (!reply) return;
    const done = reply.results.filter(({ result }) => result === 'done').length;
    const left = reply.results.flatMap(({ id, result }) =>
      result === 'done' ? [] : [`“${cases.find((one) => one.id === id)?.title ?? ''}”没有动：${leftText[result]}。`],
    );
    setTold([`${done} 条按广告判为不通过，作者会看到理由。一天之内可以在“已处理”里逐条收回。`, ...left]);
  };
  return {
    told,
    forget: () => setTold([]),
    reject: (cases: readonly CaseCard[]) => void reject(cases),
    pending,
    tooMany: (count: number) => count > BULK_MAX,
  };
}
