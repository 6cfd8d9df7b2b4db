import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { dayLabel } from '@contract/day';
import { isNoted, notedField } from '@contract/domains/audit/fields';
import { Button } from '@/shared/ui/Button/Button';
import { Failed } from '@/shared/ui/Failed/Failed';
import { Progress } from '@/shared/ui/Progress/Progress';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useVerify, type Verification } from './useVerify';
import './Seals.scss';

const count = (number: number): string => number.toLocaleString('en-US');

function Result({ state: { fault, seals, entries } }: { state: Verification }) {
  if (fault === null) {
    return (
      <View className="sx-seals__result" ariaRole="status">
        <Text className="sx-seals__verdict">完整</Text>
        <Text className="sx-seals__line">
          {`${count(seals)} 个封存、${count(entries)} 条记录都和写下时一样，没有改动、删除或补记。`}
        </Text>
      </View>
    );
  }
  const from = fault.day === null ? '' : `从${dayLabel(fault.day)}的记录起`;
  return (
    <View className="sx-seals__result" ariaRole="status">
      <Text className="sx-seals__verdict sx-seals__verdict--not">{`${from}不符`}</Text>
      <Text className="sx-seals__line">{`${fault.words}。`}</Text>
      <Text className="sx-seals__line">
        请不要改动任何数据，把这句话抄下来，告诉部署人员和上级：先备份，再运行 npm run audit:verify 逐条核对。
      </Text>
    </View>
  );
}

/** Whether the audit is as it was written: how far the check is, and in plain words what came of it. */
export function Verify() {
  const { state, begin, goOn } = useVerify();
  const [noted, setNoted] = useState('');
  const typed = noted.trim();
  const wrong = typed !== '' && !isNoted(typed);
  return (
    <View className="sx-seals">
      <Text className="sx-seals__line">
        每条记录都带着前一条的校验值，每夜再封存一次。核对会把它们从头重算一遍，改动、删除、补记都会现出来。
      </Text>
      <TextField
        label="以前抄下的封存（可不填）"
        value={noted}
        onChange={setNoted}
        max={notedField.max}
        placeholder="000000000012:3f9a…"
        error={wrong ? '请照打印的那一行填写：十二位序号、冒号、校验值' : undefined}
        hint="填了它，连最末尾被截去也查得出"
      />
      {state?.going === true && (
        <Progress
          title="正在核对"
          done={state.seals}
          all={Math.max(state.of, state.seals)}
          unit="个封存"
          hint="请留在这一页。"
        />
      )}
      {state?.done === true && <Result state={state} />}
      {state?.error && <Failed error={state.error} onRetry={goOn} />}
      {state?.going !== true && !state?.error && (
        <Button disabled={wrong} onClick={() => begin(typed === '' ? undefined : typed)}>
          {state === null ? '开始核对' : '再核对一次'}
        </Button>
      )}
    </View>
  );
}
