import { JOIN_PAGE, SCENE } from '../../../contract/domains/invitation/constants';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { pictureIn, type Picture } from './rules/picture';

/** Pixels of the picture: as few as WeChat draws, enough for a phone's camera. */
const WIDTH = 280;

/** The mini-program code that opens the page of joining with this code; refuses where WeChat makes none. */
export async function codePicture({ callWechat }: Pick<MemberContext, 'callWechat'>, code: string): Promise<Picture> {
  // The page is in no published version before the first one with it, so WeChat is not to look for it.
  const params = { scene: `${SCENE}${code}`, page: JOIN_PAGE, check_path: false, width: WIDTH };
  const reply = await callWechat('wxacode.getUnlimited', params).catch(() => undefined);
  return pictureIn(reply) ?? refuse('invitation.picture', 'CODE_PICTURE_UNAVAILABLE');
}
