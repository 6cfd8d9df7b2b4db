import { useEffect, useRef } from 'react';
import { Text } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { OwnData as Data } from '@contract/domains/owndata/actions';
import { inventory } from '@contract/shared/inventory/constants';
import { useCommandCall } from '@/shared/call/command';
import type { QueryState } from '@/shared/call/query';
import { useUnderWay } from '@/shared/call/underWay';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { FoldedLines } from './FoldedLines';
import { linesOf } from './words';
import './OwnData.scss';

/** Has it counted once, when the page is opened and nobody has lately. */
function useCounted(query: QueryState<Data>): void {
  const { data } = query;
  const count = useCommandCall('owndata.count');
  const asked = useRef(false);
  useEffect(() => {
    if (data === undefined || data.counts !== null || data.counting || asked.current) return;
    asked.current = true;
    void count.run({});
  }, [data, count]);
  useUnderWay(query, { goesOn: ({ counting }) => counting, begunBy: 'owndata.count' });
}

function countedWords({ counts, countedAt }: Data): string {
  if (counts === null || countedAt === null) return '正在清点各有多少，一般一分钟内。先看存的是什么、为什么存：';
  return `${instantLabel(countedAt)} 清点，只列有内容的：`;
}

/** What is stored of me and why, in the words of the collections' own declarations. */
export function OwnData({ query, data }: { query: QueryState<Data>; data: Data }) {
  useCounted(query);
  return (
    <>
      <Section title="存了什么">
        <Text className="owndata__says">{countedWords(data)}</Text>
        <FoldedLines lines={linesOf(inventory, data.counts)} />
        <Text className="owndata__says">
          微信用户标识只用来认出您，不给任何人看，也不在导出的文件里。不存手机号、生日、位置、通讯录和在线时长。
        </Text>
      </Section>
      {data.erasing === null && (
        <Section title="不再使用">
          <Row title="注销" context="先说清什么会删、什么会留；七天内可以撤销" onClick={() => go('erase')} />
        </Section>
      )}
    </>
  );
}
