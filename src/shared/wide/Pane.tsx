import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import './Beside.scss';

interface HeadProps {
  title: string;
  /** To what stood here before. */
  back?: () => void;
  /** The list has the whole window again. */
  close?: () => void;
  /** To the same as a page, if it has one. */
  whole?: () => void;
}

/** Stands there from the first moment, whatever is still to come: it is what the focus goes to. */
export function PaneHead({ title, back, close, whole }: HeadProps) {
  return (
    <View className="sx-pane-head">
      <View className="sx-pane-head__title" ariaRole="heading" ariaLevel={2}>
        {title}
      </View>
      <View className="sx-pane-head__ways">
        {back && (
          <Button kind="text" onClick={back}>
            返回
          </Button>
        )}
        {whole && (
          <Button kind="text" onClick={whole}>
            整页打开
          </Button>
        )}
        {close && (
          <Button kind="text" onClick={close}>
            关闭
          </Button>
        )}
      </View>
    </View>
  );
}

/** What `Page` becomes beside a list: content and footer, without its bars. */
export function Pane({ footer, children }: { footer?: ReactNode; children: ReactNode }) {
  return (
    <View className="sx-pane">
      <View className="sx-pane__body">{children}</View>
      {footer && <View className="sx-pane__footer">{footer}</View>}
    </View>
  );
}
