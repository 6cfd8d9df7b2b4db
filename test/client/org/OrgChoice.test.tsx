import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { freshPhone, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const city: ManagedOrg = { id: 'JC', name: '团市委', kind: 'committee' };
const college: ManagedOrg = { id: 'WX', name: '文学院', kind: 'university' };

function Page({ orgs, none, finds }: { orgs: ManagedOrg[]; none?: boolean; finds: boolean }) {
  const [org, setOrg] = useState<ChosenOrg | null>(none ? null : (orgs[0] ?? city));
  return (
    <>
      <OrgChoice orgs={orgs} value={org} onChange={setOrg} finds={finds} />
      <output>{org?.id}</output>
    </>
  );
}

beforeEach(() => {
  freshPhone();
  serve({
    'org.below': () => ({ items: [{ id: 'B1', name: '第一团支部', kind: 'branch', parent: '文学院' }], next: null }),
  });
});

test('whoever may not look below chooses among his own, and nothing is asked', () => {
  show(<Page orgs={[city, college]} finds={false} />);
  fireEvent.click(screen.getByText('换一个'));
  fireEvent.click(screen.getByRole('radio', { name: '文学院' }));
  expect(screen.getByRole('status').textContent).toBe('WX');
  expect(screen.queryByRole('radio')).toBeNull();
  expect(sent('org.below')).toHaveLength(0);
});

test('whoever may not look below and has one org is offered no other', () => {
  show(<Page orgs={[city]} finds={false} />);
  expect(screen.getByText('团市委')).toBeTruthy();
  expect(screen.queryByText('换一个')).toBeNull();
});

test('while none is chosen the search stands open, and folds when one is', async () => {
  show(<Page orgs={[city]} none finds />);
  fireEvent.click(await screen.findByText('第一团支部'));
  expect(screen.getByRole('status').textContent).toBe('B1');
  expect(screen.queryByLabelText('按名称找')).toBeNull();
});
