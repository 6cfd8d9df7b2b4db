import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { dayOf, startOfDay } from '@contract/day';
import type { ActionOutput } from '@contract/registry';
import type { TermView } from '@contract/domains/role/views';
import GrantPage from '@/packages/manage/role/grant/index';
import { endAfter, endOf } from '@/features/role/words';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, givePicked, Refusal, sent, serve, show, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'o1', name: '望江区', kind: 'district' as const };
const session = {
  ...{ now: Date.now(), day: '20261123', member: { id: 'm9', name: '叶知秋' }, orgs: [org] },
  roles: [{ role: 'orgAdmin' as const, org }],
};
const ofOrg: ActionOutput<'role.ofOrg'> = {
  ...{ org: { ...org, isRoot: false }, here: [], above: [] },
  grantable: [
    { role: 'orgAdmin', latest: startOfDay('20280101') },
    { role: 'judge', latest: null },
  ],
};
const term: TermView = {
  ...{ id: 't1', member: { id: 'm5', name: '江若川' }, role: 'judge', org: { id: 'o1', name: '望江区' } },
  ...{ from: 1, until: null, of: null, state: 'given', at: 1, by: '叶知秋', secondBy: null, endedBy: null },
  ...{ endedAt: null, lapsesAt: null, mayDecide: false },
};
const serving = (more: Backend) =>
  serve({ 'me.session': () => session, 'role.ofOrg': () => ofOrg, 'role.grant': () => ({ term }), ...more });

async function pick(): Promise<void> {
  fireEvent.click(await screen.findByText('从成员里选'));
  act(() => givePicked({ id: 'm5', name: '江若川', orgName: '望江区图书馆团支部' }));
  await screen.findByText('江若川');
}

test('who and which role is all that is asked; the term is the usual one, and the snackbar takes it back', async () => {
  freshPhone({ orgId: 'o1' });
  serving({ 'role.end': () => ({ term: { ...term, state: 'ended' } }) });
  show(<GrantPage />);
  await pick();
  fireEvent.click(screen.getByText('评委'));
  fireEvent.click(screen.getByText('授予'));
  await waitFor(() => expect(sent('role.grant')).toHaveLength(1));
  const until = endOf(endAfter(dayOf(Date.now()), 1));
  expect(sent('role.grant')[0]).toMatchObject({ orgId: 'o1', memberId: 'm5', role: 'judge', from: null, until });
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('已授予'));
  act(() => useSnackbar.getState().message?.undo?.());
  await waitFor(() => expect(sent('role.end')[0]).toMatchObject({ memberId: 'm5', id: 't1' }));
});

test('a term is proposed no longer than the giver may give it', async () => {
  freshPhone({ orgId: 'o1' });
  serving({});
  show(<GrantPage />);
  await pick();
  fireEvent.click(screen.getByText('书记'));
  await screen.findByText(/至2027年12月31日/);
});

test('what is missing is named and nothing is sent; a refusal says why and keeps what was chosen', async () => {
  freshPhone({ orgId: 'o1' });
  serving({ 'role.grant': () => new Refusal('ROLE_HELD') });
  show(<GrantPage />);
  fireEvent.click(await screen.findByText('授予'));
  await screen.findByText('请选择人选');
  expect(sent('role.grant')).toHaveLength(0);
  await pick();
  fireEvent.click(screen.getByText('评委'));
  fireEvent.click(screen.getByText('授予'));
  await screen.findByText(/已有这项职责/);
  expect(screen.getByText('江若川')).toBeTruthy();
});
