import { QUEUE_MAX } from '@contract/shared/participation/constants';
import type { EventCard } from '@contract/domains/event/actions';
import type { MySignup } from '@contract/shared/participation';

/** Where an event stands for somebody who has not signed up. `queueFull`: even the waitlist takes nobody. */
export type Standing = 'cancelled' | 'over' | 'running' | 'closed' | 'queueFull' | 'full' | 'open';

type Facts = Pick<EventCard, 'startsAt' | 'endsAt' | 'deadline' | 'capacity' | 'left' | 'waiting' | 'cancelled'> &
  Partial<Pick<EventCard, 'mine'>>;

/** The standing at `now` (epoch ms); the server decides again when somebody signs up. */
export function standingOf(event: Facts, now: number): Standing {
  if (event.cancelled) return 'cancelled';
  if (now >= event.endsAt) return 'over';
  if (now >= event.startsAt) return 'running';
  if (now > event.deadline) return 'closed';
  if (event.left > 0) return 'open';
  return event.capacity + event.waiting >= QUEUE_MAX ? 'queueFull' : 'full';
}

/** Honest words about the places: never "almost full", always the number. */
export function placesText(event: Facts, now: number): string {
  switch (standingOf(event, now)) {
    case 'cancelled':
      return '已取消';
    case 'over':
      return '已结束';
    case 'running':
      return '进行中';
    case 'closed':
      return '报名已截止';
    case 'queueFull':
      return '报名与候补都已满';
    case 'full':
      if (event.waiting > 0) return `已满，候补 ${event.waiting} 人`;
      // Nobody who is in already wants to hear how to get in.
      return event.mine && event.mine.state !== 'none' ? '已满' : '已满，可候补';
    case 'open':
      return `还有 ${event.left} 席`;
  }
}

/** My place in words, or `null` when I have not signed up. */
export function mineText(mine: MySignup): string | null {
  if (mine.state === 'in') return '已报名';
  if (mine.state === 'waiting') return `候补第 ${mine.place} 位`;
  return null;
}

/** What my place means now; nothing promised of it once the event has begun. */
export function myPlaceText(event: Facts & Pick<EventCard, 'mine'>, now: number): string {
  const seated = event.mine.state === 'in';
  if (now >= event.endsAt) return seated ? '活动已经结束。' : '活动已经结束，这次没有轮到。';
  if (now >= event.startsAt) return seated ? '活动正在进行。' : '活动已经开始，这次没有轮到。';
  return seated
    ? '席位已经留好。不能来时请取消，让给候补的人。'
    : '有人取消时按先后自动递补。轮到您，这里会变成“已报名”，不用一直看着。';
}

/**
 * What a ticket says first and large: where I stand with what is still to come, or that it was called off. Nothing of
 * what is past: whether somebody came is not known.
 */
export function headlineOf(
  event: Facts & Pick<EventCard, 'mine'>,
  now: number,
): { text: string; tone: 'in' | 'waiting' | 'off' } | null {
  const { state } = event.mine;
  const text = mineText(event.mine);
  if (text === null || state === 'none' || now >= event.endsAt) return null;
  return event.cancelled ? { text: '已取消', tone: 'off' } : { text, tone: state };
}

/** What stands first in a list, and what follows it under a heading of its own; in the order in which they came. */
export function inGroups<T extends Facts>(events: readonly T[], which: 'open' | 'mine' | 'managed', now: number) {
  const behind = (event: T): boolean => now >= (which === 'open' ? event.deadline : event.endsAt);
  return { ahead: events.filter((event) => !behind(event)), behind: events.filter(behind) };
}

/** What the sign-up button says, or `null` when signing up is not possible. */
export function signUpLabel(event: Facts, now: number): string | null {
  const standing = standingOf(event, now);
  if (standing === 'open') return '报名';
  if (standing === 'full') return `加入候补，排第 ${event.waiting + 1} 位`;
  return null;
}

/** What to know or do when signing up is not possible. */
export function closedAdvice(event: Facts, now: number): string | null {
  switch (standingOf(event, now)) {
    case 'cancelled':
      return '活动已由组织者取消，已报名的无需再做什么。';
    case 'over':
      return '活动已经结束，看看其他活动吧。';
    case 'running':
      return '活动正在进行，报名已截止。';
    case 'closed':
      return '报名已截止。想参加可以直接联系主办组织。';
    case 'queueFull':
      return '报名与候补都已满，看看其他活动吧。';
    default:
      return null;
  }
}
