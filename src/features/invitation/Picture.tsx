import { Image } from '@tarojs/components';

interface Props {
  className: string;
  src: string;
  /** What it is, for who does not see it. */
  words: string;
}

const inBrowser = process.env.TARO_ENV === 'h5';

/** A picture that can be heard: WeChat reads its label, a browser the words of the `img` that Taro puts within. */
export const Picture = ({ className, src, words }: Props) => (
  <Image
    className={className}
    src={src}
    ariaLabel={inBrowser ? undefined : words}
    nativeProps={inBrowser ? { alt: words } : undefined}
    showMenuByLongpress
  />
);
