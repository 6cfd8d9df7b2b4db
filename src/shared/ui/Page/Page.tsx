import { useContext, useEffect, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { PersonaWelcome } from '@backend/PersonaSwitch';
import { back, go } from '@/shared/nav';
import { Beside, type Panes } from '@/shared/wide/Beside';
import { InPane } from '@/shared/wide/chosen';
import { Pane } from '@/shared/wide/Pane';
import { useWide } from '@/shared/wide/useWide';
import { Heading } from '../Heading/Heading';
import { SnackbarHost } from '../Snackbar/SnackbarHost';
import { Tap } from '../Tap/Tap';
import { Offline } from './Offline';
import { StorageFull } from './StorageFull';
import { useTypeScale } from './type-scale';
import './Page.scss';

const inBrowser = process.env.TARO_ENV === 'h5';
/** Landmarks; WeChat speaks the roles of controls only. */
const [banner, main, region] = inBrowser ? ['banner', 'main', 'region'] : [];

interface Props {
  /** In the navigation bar; on a tab it heads the page. */
  title?: string;
  /** One of the four tabs: heads the page itself and carries the link to 投诉建议 (rule R6). */
  tab?: boolean;
  /** Stands fixed above the lower edge, within the thumb's reach. */
  footer?: ReactNode;
  /** What it holds brings a foot of its own, as a form does: room for it, and the snackbar above it. */
  footed?: boolean;
  /** The page is a list; in a wide window, what is chosen in it stands at its side. */
  beside?: Panes;
  /** The page is a table and takes more than one column of words where there is room. */
  table?: boolean;
  /** The page itself arranges its parts in two columns where there is room. */
  columns?: boolean;
  children: ReactNode;
}

function TabHead({ title }: { title: string }) {
  return (
    <View className="sx-page__head" ariaRole={banner}>
      <Heading level={1} className="sx-page__title">
        {title}
      </Heading>
      <Tap className="sx-page__complain" role="link" onTap={() => go('feedback')}>
        投诉建议
      </Tap>
    </View>
  );
}

/** WeChat draws the bar of inner pages itself; a browser does not. */
function BrowserBar({ title }: { title: string }) {
  return (
    <View className="sx-page__bar" ariaRole="banner">
      <Tap className="sx-page__back" onTap={back}>
        返回
      </Tap>
      <Heading level={1} className="sx-page__bar-title">
        {title}
      </Heading>
    </View>
  );
}

/** The frame of every page; beside a list it becomes the pane there. */
export function Page(props: Props) {
  const inPane = useContext(InPane);
  return inPane ? <Pane footer={props.footer}>{props.children}</Pane> : <WholePage {...props} />;
}

/** Type scale, safe areas, what the phone lacks (network, room), snackbar. */
function WholePage({
  title = '',
  tab = false,
  footer,
  footed = false,
  beside,
  table = false,
  columns = false,
  children,
}: Props) {
  const wide = useWide();
  const scale = useTypeScale();
  useEffect(() => {
    // On a tab, WeChat's bar keeps the name of the app; a browser's window is named by its page.
    if (title && (inBrowser || !tab)) void Taro.setNavigationBarTitle({ title });
  }, [title, tab]);
  const classes = [
    'sx-type sx-page',
    (footer || footed) && 'sx-page--footed',
    // In a browser the tab bar lies over the page; WeChat's stands below it.
    tab && inBrowser && 'sx-page--under-tabs',
    wide && beside && 'sx-page--beside',
    wide && table && 'sx-page--table',
    columns && 'sx-page--columns',
  ];
  return (
    <View className={classes.filter(Boolean).join(' ')} style={`--type:${scale}`}>
      <Offline />
      <StorageFull />
      {tab ? <TabHead title={title} /> : inBrowser && <BrowserBar title={title} />}
      <View className="sx-page__body" ariaRole={main}>
        {beside ? <Beside {...beside}>{children}</Beside> : children}
      </View>
      {footer && (
        <View className="sx-page__footer" ariaRole={region} ariaLabel={inBrowser ? '操作' : undefined}>
          {footer}
        </View>
      )}
      <SnackbarHost />
      <PersonaWelcome />
    </View>
  );
}
