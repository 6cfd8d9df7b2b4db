import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ManagedDuty } from '@contract/domains/duty/actions';
import DutyEditPage from '@/packages/manage/duty/edit/index';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, givePicked, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const duty: ManagedDuty = {
  ...{ id: 'u1', orgId: 'o1', group: '领导小组', kind: 'leader', title: '组长', ownTitle: '', name: '沈知行' },
  ...{ memberId: 'm1', from: '20260301', until: null, standsInFor: null, rights: 'none', order: 1, version: 3 },
};
const org = { id: 'o1', name: '江城团市委', kind: 'committee' as const };
const session = {
  ...{ now: Date.now(), day: '20261123', member: { id: 'm9', name: '许清和' }, orgs: [org] },
  roles: [{ role: 'cityAdmin' as const, org }],
};
const serving = (more: Backend) =>
  serve({ 'me.session': () => session, 'duty.board': () => ({ orgId: 'o1', groups: [], mayManage: true }), ...more });
const undo = () => useSnackbar.getState().message?.undo?.();
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('a common case is one screen: a name, and the rest is right; the snackbar takes it back', async () => {
  freshPhone({ orgId: 'o1' });
  serving({ 'duty.add': () => ({ duty }), 'duty.setRemoved': () => ({ duty }) });
  show(<DutyEditPage />);
  fireEvent.click(await screen.findByText('副组长'));
  type('谁', '江若川');
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(sent('duty.add')).toHaveLength(1));
  expect(sent('duty.add')[0]).toMatchObject({
    ...{ orgId: 'o1', group: '领导小组', kind: 'deputyLeader', title: '', until: null },
    person: { memberId: null, name: '江若川' },
  });
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('已添加'));
  undo();
  await waitFor(() => expect(sent('duty.setRemoved')[0]).toMatchObject({ id: 'u1', removed: true }));
});

test('what is missing is named and nothing is sent', async () => {
  freshPhone({ orgId: 'o1' });
  serving({});
  show(<DutyEditPage />);
  fireEvent.click(await screen.findByText('其他职务'));
  fireEvent.click(screen.getByText('保存'));
  await screen.findByText('请写姓名，或从成员里选');
  type('谁，请写姓名，或从成员里选', '江若川');
  await screen.findByText('请写职务名称');
  expect(sent('duty.add')).toHaveLength(0);
});

test('a member is picked from those of the org, and asked about rights only where a duty has some', async () => {
  freshPhone({ orgId: 'o1' });
  serving({ 'duty.add': () => ({ duty }) });
  show(<DutyEditPage />);
  fireEvent.click(await screen.findByText('从成员里选'));
  expect((taro.navigateTo.mock.lastCall as [{ url: string }])[0].url).toContain('orgId=o1');
  givePicked({ id: 'm5', name: '叶知秋', orgName: '望江区' });
  await screen.findByText('叶知秋');
  expect(screen.queryByText(/同时给/)).toBeNull();
  fireEvent.click(screen.getByText('领导班子'));
  fireEvent.click(await screen.findByText('同时给“书记”的权限，与任期同起同止'));
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(sent('duty.add')).toHaveLength(1));
  expect(sent('duty.add')[0]).toMatchObject({ kind: 'secretary', rights: false, person: { memberId: 'm5' } });
});

test('several are added after each other without leaving the form, the duty kept and the name not', async () => {
  freshPhone({ orgId: 'o1', group: '领导小组', kind: 'groupMember' });
  serving({ 'duty.add': () => ({ duty }) });
  show(<DutyEditPage />);
  fireEvent.click(await screen.findByText('保存后接着添加下一位'));
  type('谁', '方既白');
  fireEvent.click(screen.getByText('保存，接着添加'));
  await waitFor(() => expect(sent('duty.add')[0]).toMatchObject({ kind: 'groupMember' }));
  await waitFor(() => expect(screen.getByLabelText('谁')).toHaveProperty('value', ''));
  type('谁', '和书瑶');
  fireEvent.click(screen.getByText('保存，接着添加'));
  await waitFor(() => expect(sent('duty.add')).toHaveLength(2));
  expect(sent('duty.add')[1]?.commandId).not.toBe(sent('duty.add')[0]?.commandId);
  expect(taro.navigateBack).not.toHaveBeenCalled();
});

test('a term ends today by one tap, and the way back is what it was, of the version that the tap made', async () => {
  freshPhone({ id: 'u1' });
  serving({ 'duty.get': () => ({ duty }), 'duty.revise': () => ({ duty: { ...duty, version: 4 } }) });
  show(<DutyEditPage />);
  fireEvent.click(await screen.findByText('今天卸任'));
  await waitFor(() => expect(sent('duty.revise')[0]).toMatchObject({ id: 'u1', version: 3 }));
  expect(sent('duty.revise')[0]?.until).toMatch(/^\d{8}$/);
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已保存'));
  undo();
  await waitFor(() => expect(sent('duty.revise')[1]).toMatchObject({ version: 4, until: null }));
  expect(screen.queryByText('换一位')).toBeNull();
});

test('somebody stands in: who and until when is all that is asked', async () => {
  freshPhone({ of: 'u1' });
  serving({ 'duty.get': () => ({ duty }), 'duty.standIn': () => ({ duty }) });
  show(<DutyEditPage />);
  await screen.findByText('代理沈知行的职务：领导小组 · 组长');
  expect(screen.queryByText('哪个小组')).toBeNull();
  type('谁', '江若川');
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(sent('duty.standIn')[0]).toMatchObject({ id: 'u1', person: { name: '江若川' } }));
});
