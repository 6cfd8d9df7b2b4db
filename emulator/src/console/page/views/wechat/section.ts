import type { WechatOverview } from '../../../../wechat/console';
import type { WechatSettings } from '../../../../wechat/types';

/** What a section is given: what is set, and ways to change it. Both tell of a failure themselves. */
export interface SectionProps {
  data: WechatOverview;
  change: (part: Partial<WechatSettings>) => void;
  /** Does something, then shows how things are; true when it was done. */
  act: (work: () => Promise<void>) => Promise<boolean>;
}
