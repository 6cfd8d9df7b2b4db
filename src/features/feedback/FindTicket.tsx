import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import { OfficeActs } from './OfficeActs';
import { Ticket } from './Ticket';

/** A whole number as people say it, with or without the dash. */
const NUMBER = /^\d{8}-?[2-9A-Z]{4}$/;

function Found({ ticket }: { ticket: string }) {
  const query = useQueryCall('feedback.find', { ticket });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="没有这个编号" hint="编号像 20261123-4F7K，请再核对一下。" />
        ) : (
          <>
            {items.map((feedback) => (
              <Ticket key={feedback.id} feedback={feedback}>
                <OfficeActs feedback={feedback} />
              </Ticket>
            ))}
          </>
        )
      }
    </QueryView>
  );
}

/** Finds a ticket by the number that somebody says on the telephone. */
export function FindTicket() {
  const [typed, setTyped] = useState('');
  const ticket = typed.trim().toUpperCase();
  return (
    <View className="inbox">
      <TextField label="按编号找" placeholder="20261123-4F7K" max={13} value={typed} onChange={setTyped} />
      {NUMBER.test(ticket) && <Found ticket={ticket} />}
    </View>
  );
}
