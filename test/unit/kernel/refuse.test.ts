import { toFailure } from '../../../cloudfunctions/kernel/failure';
import { refuse } from '../../../cloudfunctions/kernel/refuse';

function replyOf(attempt: () => never): unknown {
  try {
    attempt();
  } catch (error) {
    return toFailure(error, 'r1');
  }
  return 'let through';
}

describe('a refusal', () => {
  it('carries its code and what is said beside it into the reply, with an action or without', () => {
    expect(replyOf(() => refuse('CONFLICT', { message: '已经回复过' }))).toMatchObject({
      code: 'CONFLICT',
      message: '已经回复过',
    });
    const fields = [{ path: 'isbn', message: '位数不对' }];
    expect(replyOf(() => refuse('book.add', 'ISBN_INVALID', { fields }))).toMatchObject({
      code: 'ISBN_INVALID',
      fields,
    });
  });

  it('compiles only with a code that any action may give, or that this one declares', () => {
    // @ts-expect-error not a common one: it needs the action that declares it
    expect(replyOf(() => refuse('ISBN_INVALID'))).toMatchObject({ code: 'ISBN_INVALID' });
    // @ts-expect-error declared by `book.add` and not by this action
    expect(replyOf(() => refuse('me.join', 'ISBN_INVALID'))).toMatchObject({ code: 'ISBN_INVALID' });
  });
});
