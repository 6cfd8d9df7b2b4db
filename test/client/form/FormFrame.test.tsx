import { useState } from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import type { FieldError } from '@contract/errors';
import { CallError } from '@/shared/call/error';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { TextField } from '@/shared/ui/TextField/TextField';
import { freshPhone, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

interface Values {
  title: string;
  place: string;
  inside: string;
}
const sent = jest.fn();

let refuse: (fields: FieldError[]) => void;

function Form({ start }: { start?: Partial<Values> }) {
  const [error, setError] = useState<CallError | null>(null);
  refuse = (fields) => setError(new CallError('BAD_INPUT', '有误', fields));
  const [values, set] = useState<Values>({ title: '', place: '', inside: '默认', ...start });
  const errors: Record<string, string> = {};
  if (!values.title.trim()) errors.title = '请填写名称';
  if (values.title.length > 5) errors.title = '名称最多 5 字';
  if (!values.place) errors.place = '请填写地点';
  if (!values.inside) errors.inside = '请填写里面的';
  const checks = useChecks({ values, errors, error });
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    onChange: (value: string) => set((old) => ({ ...old, [name]: value })),
  });
  return (
    <FormFrame checks={checks} send="发布" onSend={() => void sent(values)} error={error} pending={false}>
      <TextField label="名称" {...field('title')} />
      <TextField label="地点" {...field('place')} />
      <Defaults text="默认的一句" names={['inside']}>
        <TextField label="里面" {...field('inside')} />
      </Defaults>
    </FormFrame>
  );
}
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
const type = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const press = () => fireEvent.click(screen.getByText('发布'));
const left = () => screen.queryByRole('button', { name: /还差|要改/ })?.textContent ?? '';
const marked = () => document.querySelectorAll('.sx-field--wrong').length;

beforeEach(() => {
  freshPhone();
  sent.mockClear();
  taro.pageScrollTo.mockClear();
});

describe('before a first try', () => {
  it('nothing is marked, whatever is missing, and the foot counts it', () => {
    show(<Form />);
    expect(marked()).toBe(0);
    expect(left()).toBe('还差 2 项');
    type('地点', '江边');
    expect(left()).toBe('还差 1 项');
    type('名称', '江声');
    expect(left()).toBe('');
    expect(marked()).toBe(0);
  });

  it('a tap on what is missing goes to the first of it, again and again, and marks nothing', () => {
    show(<Form start={{ title: '江声' }} />);
    for (let tap = 1; tap <= 2; tap++) {
      act(() => void box('名称').focus());
      fireEvent.click(screen.getByText('还差 1 项'));
      expect(document.activeElement).toBe(box('地点'));
      expect(taro.pageScrollTo).toHaveBeenCalledTimes(tap);
      fireEvent.blur(box('地点'));
    }
    expect(marked()).toBe(0);
  });

  it('a tap on what is wrong goes there and says what', () => {
    show(<Form start={{ title: '一二三四五六', place: '江边' }} />);
    fireEvent.click(screen.getByText('有 1 处要改'));
    expect(document.activeElement).toBe(box('名称'));
    expect(screen.getByText('名称最多 5 字')).toBeTruthy();
  });
});

describe('a failed submit', () => {
  it('sends nothing, goes to the first wrong field and says how many there are', () => {
    show(<Form />);
    press();
    expect(sent).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(box('名称'));
    expect(screen.getByRole('status').textContent).toBe('有 2 处要改');
    expect(marked()).toBe(2);
  });

  it('ties each error to its field', () => {
    show(<Form />);
    press();
    expect(box('名称').getAttribute('aria-label')).toBe('名称，请填写名称');
    expect(box('地点').getAttribute('aria-label')).toBe('地点，请填写地点');
  });

  it('lets a mended field go at once, and is sent when nothing is left', () => {
    show(<Form />);
    press();
    type('名称', '江声');
    expect(marked()).toBe(1);
    type('地点', '江边');
    press();
    expect(sent).toHaveBeenCalledWith({ title: '江声', place: '江边', inside: '默认' });
  });

  it('that the server refused goes to the field it names', () => {
    show(<Form start={{ title: '江声', place: '江边' }} />);
    press();
    act(() => refuse([{ path: 'place.0', message: '没有这里' }]));
    expect(document.activeElement).toBe(box('地点'));
    expect(screen.getByRole('status').textContent).toBe('有 1 处要改');
    expect(screen.getByText('没有这里')).toBeTruthy();
  });
});

describe('defaults', () => {
  it('are one sentence, opened by a tap, and sent as they are', () => {
    show(<Form start={{ title: '江声', place: '江边' }} />);
    expect(screen.queryByLabelText('里面')).toBeNull();
    press();
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ inside: '默认' }));
    const line = screen.getByRole('button', { name: /默认的一句/ });
    expect(line.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(line);
    expect(box('里面').value).toBe('默认');
  });

  it('open by themselves where something in them is wrong', () => {
    show(<Form start={{ title: '江声', place: '江边', inside: '' }} />);
    press();
    expect(document.activeElement).toBe(box('里面'));
    expect(screen.getByText('请填写里面的')).toBeTruthy();
  });
});
