import { useState } from 'react';
import { Text } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { CommandName } from '@contract/registry';
import type { Download } from '@contract/shared/exports';
import { call } from '@/shared/call/call';
import { asCallError } from '@/shared/call/error';
import { useCommandCall } from '@/shared/call/command';
import { useListCall } from '@/shared/call/query';
import { useUnderWay } from '@/shared/call/underWay';
import { fetchFile } from '@/shared/file/fetch';
import { Button } from '@/shared/ui/Button/Button';
import { Progress } from '@/shared/ui/Progress/Progress';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import './Downloads.scss';

const until = ({ expiresAt }: Download): string => `${instantLabel(expiresAt)} 自动删除`;

/** Fetches a file; its right is asked for again each time. */
function useFetch(): { opening: string | null; open: (file: Download) => void } {
  const [opening, setOpening] = useState<string | null>(null);
  return {
    opening,
    open: ({ id }) => {
      if (opening !== null) return;
      setOpening(id);
      call('download.open', { id })
        .then(({ url, download: { fileName } }) => fetchFile({ url, fileName }))
        .catch((thrown: unknown) => snackbar(asCallError(thrown).message))
        .finally(() => setOpening(null));
    },
  };
}

function Ready({ file }: { file: Download }) {
  const { opening, open } = useFetch();
  const discard = useCommandCall('download.discard', { onFail: ({ message }) => snackbar(message) });
  return (
    <>
      <Row title={file.fileName} context={`${file.rows} 行 · ${until(file)}`} />
      <Button kind="text" loading={opening === file.id} onClick={() => open(file)}>
        打开
      </Button>
      <Button kind="text" loading={discard.pending} onClick={() => void discard.run({ id: file.id })}>
        现在删除
      </Button>
    </>
  );
}

function One({ file }: { file: Download }) {
  const { state, progress, title } = file;
  if (state === 'failed') return <Row title={title} context="没有做成。请再导出一次，仍不行请用投诉建议告诉我们。" />;
  if (progress === null) return <Ready file={file} />;
  return <Progress title={`正在生成：${title}`} done={progress.done} all={progress.all ?? 0} unit="行" />;
}

/** Files that one has asked for, of one format or of all, as long as they are kept; nothing where there are none. */
export function Downloads({ begunBy, format }: { begunBy: CommandName; format?: Download['format'] }) {
  const list = useListCall('download.mine', {});
  const wanted = (items: readonly Download[]) => items.filter((file) => format === undefined || file.format === format);
  useUnderWay(list, { goesOn: (items) => wanted(items).some(({ progress }) => progress !== null), begunBy });
  const files = wanted(list.data ?? []);
  if (files.length === 0) return null;
  return (
    <Section title="导出的文件">
      <Text className="downloads__says">文件只留一天，链接几分钟有效，只有您能打开。</Text>
      {files.map((file) => (
        <One key={file.id} file={file} />
      ))}
    </Section>
  );
}
