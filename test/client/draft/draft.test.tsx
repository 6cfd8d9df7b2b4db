import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { currentWho } from '@backend/identity';
import { becomePersona } from '@/shared/backend/local/personas';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

function Form({ initial = '' }: { initial?: string }) {
  const draft = useDraft('form', { text: initial });
  return (
    <>
      <DraftNotice draft={draft} />
      <input
        aria-label="text"
        value={draft.value.text}
        onChange={(e) => draft.change(() => ({ text: e.target.value }))}
      />
      <button onClick={draft.sent}>sent</button>
    </>
  );
}
const text = () => screen.getByLabelText<HTMLInputElement>('text').value;
const type = (value: string) => fireEvent.change(screen.getByLabelText('text'), { target: { value } });

beforeEach(() => freshPhone());

describe('a draft', () => {
  it('is there again after the form was left', () => {
    show(<Form />).unmount();
    const first = show(<Form />);
    type('写了一半');
    first.unmount();
    show(<Form />);
    expect(text()).toBe('写了一半');
    expect(screen.getByText('接着上次没写完的草稿。')).toBeTruthy();
  });

  it('follows what the server has until something is typed', () => {
    const form = show(<Form initial="旧" />);
    form.rerender(<Form initial="新" />);
    expect(text()).toBe('新');
    type('我的');
    form.rerender(<Form initial="更新" />);
    expect(text()).toBe('我的');
  });

  it('is forgotten once it has been sent', () => {
    const form = show(<Form />);
    type('写完了');
    fireEvent.click(screen.getByText('sent'));
    form.unmount();
    show(<Form />);
    expect(text()).toBe('');
  });

  it('that was thrown away can be taken back', () => {
    const form = show(<Form />);
    type('写了一半');
    form.unmount();
    show(<Form />);
    fireEvent.click(screen.getByText('重新写'));
    expect(text()).toBe('');
    act(() => useSnackbar.getState().message?.undo?.());
    expect(text()).toBe('写了一半');
  });

  it.each(['5', '"text"', 'null', '[1]', '{"text":5}', '{"text":["x"]}', '{'])(
    'of another shape (%s), left by an older version, counts as nothing and breaks nothing',
    (kept) => {
      Taro.setStorageSync(`draft:${currentWho()}:form`, kept);
      show(<Form initial="旧" />);
      expect(text()).toBe('旧');
    },
  );

  it('is never shown to another person on the same machine', () => {
    becomePersona('first');
    const form = show(<Form />);
    type('私密');
    form.unmount();
    becomePersona('second');
    show(<Form />);
    expect(text()).toBe('');
  });
});

function Shared({ latest, version }: { latest: string; version: number }) {
  const draft = useVersionedDraft('shared', { text: latest }, version);
  return (
    <>
      <input
        aria-label="text"
        value={draft.value.text}
        onChange={(e) => draft.change(() => ({ text: e.target.value }))}
      />
      <output>{`${draft.version} ${draft.behind ? 'behind' : 'level'}`}</output>
      <button onClick={draft.keepMine}>mine</button>
      <button onClick={draft.discard}>theirs</button>
    </>
  );
}
const state = () => screen.getByRole('status').textContent;

describe('a draft of something others may edit', () => {
  it('notices a newer version and keeps the words', () => {
    const form = show(<Shared latest="一" version={1} />);
    type('我的');
    form.rerender(<Shared latest="二" version={2} />);
    expect([text(), state()]).toEqual(['我的', '1 behind']);
  });

  it('notices one that came while the form was closed', () => {
    const form = show(<Shared latest="一" version={1} />);
    type('我的');
    form.unmount();
    show(<Shared latest="二" version={2} />);
    expect([text(), state()]).toEqual(['我的', '1 behind']);
  });

  it('goes on from the newer version once the person chose', () => {
    const form = show(<Shared latest="一" version={1} />);
    type('我的');
    form.rerender(<Shared latest="二" version={2} />);
    fireEvent.click(screen.getByText('mine'));
    expect([text(), state()]).toEqual(['我的', '2 level']);
  });

  it('gives way to the newer version when the person says so', () => {
    const form = show(<Shared latest="一" version={1} />);
    type('我的');
    form.rerender(<Shared latest="二" version={2} />);
    fireEvent.click(screen.getByText('theirs'));
    expect([text(), state()]).toEqual(['二', '2 level']);
  });

  it('never falls behind while untouched', () => {
    const form = show(<Shared latest="一" version={1} />);
    form.rerender(<Shared latest="二" version={2} />);
    expect([text(), state()]).toEqual(['二', '2 level']);
  });
});
