import { join, resolve } from 'node:path';
import type { ComponentType } from 'react';
import { act, screen } from '@testing-library/react';
import { declared, routeNames } from '@/routes/table';
import { usePersona } from '@/shared/backend/local/personas';
import { freshPhone, Refusal, serve, show, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const routes = routeNames.map((name) => join('src', declared(name).path, 'index'));
const hostile = [
  '',
  'x',
  '__proto__',
  'constructor',
  '99999999',
  '20260231',
  '%',
  '\ud800',
  '../../x?y=z',
  '{"a":1}',
  '书'.repeat(5000),
];
const parameters = ['id', 'bookId', 'day', 'month', 'which', 'q', 'title', 'pick', 'type'];

test.each(routes)('%s opens from a link with anything in it: in words, never blank', async (route) => {
  const { default: Screen } = jest.requireActual<{ default: ComponentType }>(resolve(route));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const value of hostile) {
    freshPhone(Object.fromEntries(parameters.map((name) => [name, encode(value)])));
    usePersona.setState({ id: 'anna' });
    serve(new Proxy<Backend>({}, { get: () => () => new Refusal('BAD_INPUT') }));
    const { unmount } = show(<Screen />);
    await act(() => new Promise((done) => setTimeout(done, 5)));
    expect(screen.queryByText('这一页没能打开')).toBeNull();
    expect(document.body.textContent).not.toBe('');
    unmount();
  }
});

const encode = (value: string): string => {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
};
