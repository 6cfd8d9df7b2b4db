import { fireEvent, screen } from '@testing-library/react';
import type { Tap as TapType } from '@/shared/ui/Tap/Tap';
import { show } from '../support/screen';

/** The control as a build for this platform has it. */
function tapOf(platform: 'h5' | 'weapp'): typeof TapType {
  const was = process.env.TARO_ENV;
  process.env.TARO_ENV = platform;
  let Tap: typeof TapType | undefined;
  jest.isolateModules(() => {
    Tap = jest.requireActual<{ Tap: typeof TapType }>('@/shared/ui/Tap/Tap').Tap;
  });
  process.env.TARO_ENV = was;
  return Tap as typeof TapType;
}
const nothing = () => undefined;

test('what can be tapped says what it is and what state it is in', () => {
  const Tap = tapOf('h5');
  show(
    <>
      <Tap onTap={nothing} expanded={false}>
        换一本
      </Tap>
      <Tap role="tab" selected onTap={nothing}>
        我的
      </Tap>
      <Tap role="radio" checked={false} onTap={nothing}>
        在读
      </Tap>
    </>,
  );
  expect(screen.getByRole('button', { name: '换一本', expanded: false })).toBeTruthy();
  expect(screen.getByRole('tab', { name: '我的', selected: true })).toBeTruthy();
  expect(screen.getByRole('radio', { name: '在读', checked: false })).toBeTruthy();
});

test('the one in use is told, and the one that is pressed', () => {
  const Tap = tapOf('weapp');
  show(
    <>
      <Tap current onTap={nothing}>
        活着
      </Tap>
      <Tap selected onTap={nothing}>
        11月3日
      </Tap>
    </>,
  );
  expect(screen.getByRole('button', { name: '活着', current: true })).toBeTruthy();
  expect(screen.getByRole('button', { name: '11月3日', pressed: true }).getAttribute('aria-selected')).toBeNull();
});

test('what is disabled stays to be heard, says so and takes no tap', () => {
  const Tap = tapOf('h5');
  const onTap = jest.fn();
  show(
    <Tap disabled onTap={onTap}>
      下个月
    </Tap>,
  );
  const next = screen.getByRole('button', { name: '下个月' });
  expect(next.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(next);
  expect(onTap).not.toHaveBeenCalled();
});

test('a keyboard finds it in the browser only: on a phone, Android would draw a ring at every tap', () => {
  const [Browser, Phone] = [tapOf('h5'), tapOf('weapp')];
  show(
    <>
      <Browser onTap={nothing}>活着</Browser>
      <Phone onTap={nothing}>围城</Phone>
    </>,
  );
  expect(screen.getByText('活着').getAttribute('tabindex')).toBe('0');
  expect(screen.getByText('围城').getAttribute('tabindex')).toBeNull();
});
