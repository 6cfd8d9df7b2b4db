import { Text } from '@tarojs/components';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import './OwnData.scss';

/** Asks for all of it as a file; `quiet` where something else is the action of the screen. */
export function TakeAlong({ quiet = false }: { quiet?: boolean }) {
  const take = useCommandCall('owndata.export', {
    onDone: () => snackbar('开始生成，一般一分钟内'),
    onFail: ({ message }) => snackbar(message),
  });
  return (
    <Section title="带走一份">
      <Text className="owndata__says">
        一个压缩包：能直接看的网页、供程序读取的 JSON，和您上传的图片。里面是关于您的全部内容。
      </Text>
      <Button kind={quiet ? 'quiet' : 'primary'} block loading={take.pending} onClick={() => void take.run({})}>
        导出我的数据
      </Button>
    </Section>
  );
}
