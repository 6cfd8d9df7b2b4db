import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { Section } from '@/shared/ui/Section/Section';
import { Tap } from '@/shared/ui/Tap/Tap';
import { nothing } from './nothing';
import './gallery.scss';

/** Buttons, and what is tappable without being one. */
export function Actions() {
  const [open, setOpen] = useState(false);
  return (
    <Section title="按钮" more={{ label: '标题旁的去处', onClick: nothing }}>
      <View className="gallery__stack">
        <Button block onClick={nothing}>
          一屏只有一个主要动作
        </Button>
        <Button block loading onClick={nothing}>
          正在发布
        </Button>
        <Button block disabled onClick={nothing}>
          现在不能点
        </Button>
        <Button kind="quiet" block onClick={nothing}>
          次要动作
        </Button>
        <View className="gallery__line">
          <Button kind="quiet" onClick={nothing}>
            不占整行
          </Button>
          <Button kind="text" onClick={nothing}>
            文字动作
          </Button>
          <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '展开'}
          </Button>
        </View>
        <View className="gallery__line">
          <Tap className="gallery__tap" onTap={nothing}>
            可以点的一格
          </Tap>
          <Tap className="gallery__tap" disabled onTap={nothing}>
            不能点的一格
          </Tap>
        </View>
      </View>
    </Section>
  );
}
