import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { Revise } from '@/features/recommendation/Revise';
import { emptyWords } from '@/features/recommendation/words';
import { WriteForm } from '@/features/recommendation/WriteForm';
import { book, otherBook, recommendation } from '../support/facts';
import { freshPhone, givePicked, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const saved = jest.fn();
const write = () =>
  show(<WriteForm orgs={[]} base={null} start={{ ...emptyWords, orgId: 'org1', book }} onSaved={saved} />);
const box = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(new RegExp(`^${label}`));
const fill = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const fillAll = () => {
  fill('荐语', '值得慢慢读');
  for (const label of ['第一问', '第二问', '第三问']) fill(label, label);
  fill('只有十分钟', '第一章');
};

beforeEach(() => {
  freshPhone();
  saved.mockClear();
  taro.navigateTo.mockClear();
});

describe('writing a recommendation', () => {
  it('sends nothing while something is missing, and names each place', () => {
    serve({});
    write();
    fireEvent.click(screen.getByText('发布'));
    expect(sent('recommendation.create')).toHaveLength(0);
    expect(screen.getByText('请写荐语')).toBeTruthy();
    expect(screen.getAllByText('请写满三个导读问题')).toHaveLength(3);
  });

  it('keeps every word when the reply is lost, and sends the same command again', async () => {
    let online = false;
    serve({ 'recommendation.create': () => (online ? { recommendation } : lost) });
    write();
    fillAll();
    fireEvent.click(screen.getByText('发布'));
    await screen.findByText(/您写的都还在/);
    expect(box('荐语').value).toBe('值得慢慢读');
    online = true;
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(saved).toHaveBeenCalled());
    const [first, second] = sent('recommendation.create');
    expect(second).toEqual(first);
  });

  it('shows what the server refuses at its field', async () => {
    serve({
      'recommendation.create': () =>
        new Refusal('BAD_INPUT', [{ path: 'questions.1', message: '问题里有无法识别的字符' }]),
    });
    write();
    fillAll();
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(box('第二问').getAttribute('aria-label')).toContain('无法识别'));
    expect(box('第二问').value).toBe('第二问');
  });

  it('takes the book that was chosen by searching', () => {
    serve({});
    write();
    fireEvent.click(screen.getByText('换一本'));
    act(() => givePicked(otherBook));
    expect(screen.getByText('余华')).toBeTruthy();
  });
});

describe('revising one that somebody else has just changed', () => {
  let now: RecommendationDetail;
  beforeEach(() => {
    now = recommendation;
    serve({
      'recommendation.get': () => ({ recommendation: now, status: null, mayEdit: true }),
      'recommendation.revise': ({ version }) =>
        version === now.version ? { recommendation: now } : new Refusal('CONFLICT'),
    });
  });

  const meetConflict = async () => {
    show(<Revise id="r1" />);
    await screen.findByLabelText('荐语');
    fill('荐语', '我改的荐语');
    now = { ...recommendation, version: 2, reason: '别人改的荐语' };
    fireEvent.click(screen.getByText('保存修改'));
    await screen.findByText('荐语：别人改的荐语');
  };

  it('keeps the words, shows the newer ones, and overwrites only on demand', async () => {
    await meetConflict();
    expect(box('荐语').value).toBe('我改的荐语');
    fireEvent.click(screen.getByText('继续用我写的'));
    fireEvent.click(screen.getByText('保存修改'));
    await waitFor(() => expect(sent('recommendation.revise')).toHaveLength(2));
    expect(sent('recommendation.revise')[1]).toMatchObject({ version: 2, reason: '我改的荐语' });
  });

  it('takes the newer ones over when the writer prefers them', async () => {
    await meetConflict();
    fireEvent.click(screen.getByText('改用现在的'));
    expect(box('荐语').value).toBe('别人改的荐语');
    expect(screen.queryByText('这里刚被别人改过')).toBeNull();
  });
});
