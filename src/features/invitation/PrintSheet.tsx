import { Text, View } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { dayLabel, dayOf } from '@contract/day';
import { useListCall } from '@/shared/call/query';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { linkOf } from './link';
import { Picture } from './Picture';
import { qrImage } from './qr';
import { spacedCode } from './words';
import './PrintSheet.scss';

type Code = ActionOutput<'invitation.batchCodes'>['items'][number];

function Slip({ code: { orgName, code, expiresAt } }: { code: Code }) {
  return (
    <View className="print__slip">
      <Picture className="print__qr" src={qrImage(linkOf(code) ?? code)} words={`加入${orgName}的二维码`} />
      <View className="print__words">
        <Text className="print__org">{orgName}</Text>
        <Text className="print__code">{spacedCode(code)}</Text>
        <Text className="print__line">{`扫码，或在“书香”里填邀请码。${dayLabel(dayOf(expiresAt))}前有效。`}</Text>
      </View>
    </View>
  );
}

/** The codes of a batch on paper: eight slips to a sheet of A4, to be cut apart. */
export function PrintSheet({ id }: { id: string }) {
  const list = useListCall('invitation.batchCodes', { id });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={2} />}>
      {(items) => (
        <View>
          <Text className="print__hint">用浏览器的“打印”，纸张选 A4，每张八个。列表没有到底时先往下翻完再打印。</Text>
          <View className="print">
            {items.map((code) => (
              <Slip key={code.id} code={code} />
            ))}
          </View>
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}
