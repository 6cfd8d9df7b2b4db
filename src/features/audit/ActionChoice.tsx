import { useState } from 'react';
import { Text } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';

/** So many fit beside the keyboard; more are found by another character. */
const SHOWN = 8;

interface Props {
  orgId: string;
  onChoose: (action: { id: string; name: string }) => void;
}

/** Which of all actions: a character or two of what it does. */
export function ActionChoice({ orgId, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const choices = useQueryCall('audit.choices', { orgId });
  return (
    <QueryView query={choices} skeleton={<Skeleton shape="row" count={3} />}>
      {({ actions }) => {
        const found = actions.filter(({ summary }) => summary.includes(typed.trim()));
        return (
          <>
            <TextField label="操作" value={typed} onChange={setTyped} placeholder="比如：名单、导出、职责" max={20} />
            {found.slice(0, SHOWN).map(({ name, summary }) => (
              <Row key={name} title={summary} stays onClick={() => onChoose({ id: name, name: summary })} />
            ))}
            {found.length > SHOWN && (
              <Text className="sx-audit__note">{`还有 ${found.length - SHOWN} 种，写一两个字来找。`}</Text>
            )}
            {found.length === 0 && <Text className="sx-audit__note">没有这样的操作，换个字试试。</Text>}
          </>
        );
      }}
    </QueryView>
  );
}
