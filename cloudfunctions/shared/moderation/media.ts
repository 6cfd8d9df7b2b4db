import type { HoldReason } from '../../../contract/domains/moderation/constants';
import { inTime, type Asking } from './ask';
import type { ModerationDatabase } from './collections';
import { byMachine } from './rules/cases';
import { failureOf, type Failure, type Scene } from './rules/check';
import { mediaTypes, traceOf, type MediaKind, type MediaPush } from './rules/media';
import type { CaseDoc } from './shape';
import { takeStep } from './store';

/** A file of the caller's: where it lies, and an address by which WeChat can fetch it for a while. */
export interface MediaFile {
  media: MediaKind;
  fileId: string;
  url: string;
}

/** What is known of a file when it is filed: the id of the check that runs, or why a person has to look. */
export interface MediaAsked {
  state: 'pending' | 'review';
  why: HoldReason;
  traceId: string;
}

/**
 * Has WeChat look at a picture or sound of the caller's; its verdict comes later by itself. Of a video, and where WeChat
 * cannot be asked, a person has to look: a file is not asked about again, since its address has lapsed by then.
 */
export async function askAboutMedia(context: Asking, file: MediaFile, scene: Scene): Promise<MediaAsked> {
  if (file.media === 'video') return { state: 'review', why: 'video', traceId: '' };
  const asked = await inTime<{ traceId: string } | Failure>(traceFor(context, file, scene), 'slow');
  return typeof asked === 'string'
    ? { state: 'review', why: asked, traceId: '' }
    : { state: 'pending', why: 'media', traceId: asked.traceId };
}

async function traceFor(
  { callWechatAboutCaller }: Asking,
  { media, url }: MediaFile,
  scene: Scene,
): Promise<{ traceId: string } | Failure> {
  if (media === 'video') return 'unknown';
  const params = { media_url: url, media_type: mediaTypes[media], version: 2, scene };
  try {
    return traceOf(await callWechatAboutCaller('security.mediaCheckAsync', params));
  } catch (error) {
    return failureOf(error);
  }
}

/** What came of a push: `done`, the same again, or what nobody asked about. */
export type Taken = { how: 'stepped'; doc: CaseDoc } | { how: 'seen' | 'unknown' };

/** Takes the step that a pushed verdict means. A verdict that says nothing has a person look. */
export async function stepOnPush(
  cases: ModerationDatabase['moderationCases'],
  { traceId, appId, suggest }: MediaPush,
  now: number,
): Promise<Taken> {
  const [seen] = await cases.find({ 'media.traceId': traceId }, { limit: 1 });
  // Another mini-program's, or of a check that nobody asked for.
  if (seen?.media === undefined || seen.media.appId !== appId) return { how: 'unknown' };
  const doc = await takeStep(cases, seen, {
    step: { how: 'checked', suggest: suggest === 'none' ? 'review' : suggest },
    now,
    ...(suggest === 'risky' && { decisions: [...seen.decisions, byMachine(now)] }),
    set: { why: suggest === 'none' ? 'unknown' : suggest === 'pass' ? 'media' : suggest },
  });
  return doc === undefined ? { how: 'seen' } : { how: 'stepped', doc };
}
