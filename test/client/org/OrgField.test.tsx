import { useState } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgField } from '@/shared/org/OrgField';
import { freshPhone, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const city: ManagedOrg = { id: 'JC', name: '团市委', kind: 'committee' };
const branch: ManagedOrg = { id: 'B1', name: '汉语言 2401 团支部', kind: 'branch' };
const below = Array.from({ length: 939 }, (_, index) => ({
  id: `B${index}`,
  name: `第${index}团支部`,
  kind: 'branch' as const,
  parent: '文学院团委',
}));

function Form({ orgs }: { orgs: ManagedOrg[] }) {
  const [org, setOrg] = useState<{ id: string; name: string }>(orgs[0] ?? city);
  return (
    <>
      <OrgField label="主办组织" orgs={orgs} value={org} onChange={setOrg} />
      <output>{org.id}</output>
    </>
  );
}
const chosen = () => screen.getByRole('status').textContent;

beforeEach(() => {
  freshPhone();
  serve({
    'org.below': ({ q, cursor }) => {
      const from = Number(cursor ?? 0);
      const found = below.filter(({ name }) => name.includes(q ?? ''));
      return { items: found.slice(from, from + 20), next: found.length > from + 20 ? String(from + 20) : null };
    },
  });
});

test('one’s own org is chosen without a tap and without a call', () => {
  show(<Form orgs={[city]} />);
  expect(chosen()).toBe('JC');
  expect(screen.getByText('团市委')).toBeTruthy();
  expect(sent('org.below')).toHaveLength(0);
});

test('who runs one branch is asked nothing, and told who will see it', () => {
  show(<Form orgs={[branch]} />);
  expect(screen.queryByText('主办组织')).toBeNull();
  expect(screen.getByText('只有汉语言 2401 团支部的成员看得到。')).toBeTruthy();
});

test('of 939 branches below, one is found by a part of its name and chosen', async () => {
  show(<Form orgs={[city]} />);
  fireEvent.click(screen.getByText('换一个'));
  await screen.findByText('第0团支部');
  expect(screen.queryByText('第20团支部')).toBeNull();
  fireEvent.click(screen.getByText('看更多'));
  await screen.findByText('第20团支部');
  fireEvent.change(screen.getByLabelText('按名称找'), { target: { value: '938' } });
  fireEvent.click(await screen.findByText('第938团支部'));
  await waitFor(() => expect(chosen()).toBe('B938'));
  expect(screen.queryByLabelText('按名称找')).toBeNull();
  expect(screen.getByText('第938团支部')).toBeTruthy();
});

test('what is found says where it belongs; nothing found is said', async () => {
  show(<Form orgs={[city]} />);
  fireEvent.click(screen.getByText('换一个'));
  expect((await screen.findAllByText('文学院团委'))[0]).toBeTruthy();
  fireEvent.change(screen.getByLabelText('按名称找'), { target: { value: '没有的' } });
  await screen.findByText('没有找到“没有的”');
});

test('who runs several looks below each of them', async () => {
  show(<Form orgs={[city, { ...city, id: 'WX', name: '文学院团委会' }]} />);
  fireEvent.click(screen.getByText('换一个'));
  await screen.findByText('第0团支部');
  fireEvent.click(screen.getByRole('radio', { name: '文学院团委会' }));
  await waitFor(() => expect(sent('org.below').map(({ orgId }) => orgId)).toEqual(['JC', 'WX']));
});
