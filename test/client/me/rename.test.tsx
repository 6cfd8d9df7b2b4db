import { fireEvent, screen, waitFor } from '@testing-library/react';
import { RenameForm } from '@/features/me/RenameForm';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const type = (value: string) => fireEvent.input(screen.getByLabelText(/^姓名/), { target: { value } });
beforeEach(() => freshPhone());

test('a new name is saved and taken back by naming the command that changed it', async () => {
  serve({ 'me.rename': () => ({ name: '小江' }), 'me.undoRename': () => ({ name: '周予安' }) });
  show(<RenameForm name="周予安" />);
  type(' 小江 ');
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已改为小江'));
  expect(sent('me.rename')[0]).toMatchObject({ name: '小江' });
  useSnackbar.getState().message?.undo?.();
  await waitFor(() => expect(sent('me.undoRename')[0]).toMatchObject({ of: sent('me.rename')[0]?.commandId }));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('还是周予安'));
});

test('nothing is sent of an empty name or of the same', async () => {
  serve({});
  show(<RenameForm name="周予安" />);
  type('');
  fireEvent.click(screen.getByText('保存'));
  await screen.findByText('请写姓名');
  type('周予安 ');
  fireEvent.click(screen.getByText('保存'));
  expect(sent('me.rename')).toHaveLength(0);
});

test('a refusal is said where one types', async () => {
  serve({ 'me.rename': () => new Refusal('RENAMED_LATELY') });
  show(<RenameForm name="周予安" />);
  type('小江');
  fireEvent.click(screen.getByText('保存'));
  await screen.findByText(/三十天里改一次/);
});
