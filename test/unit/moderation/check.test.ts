import fc from 'fast-check';
import {
  answerOf,
  checkedBy,
  failureOf,
  foundLocally,
  isSampled,
  piecesOf,
  TEXT_MAX,
  type Answer,
} from '../../../cloudfunctions/shared/moderation/rules/check';
import { mediaPushIn, traceOf } from '../../../cloudfunctions/shared/moderation/rules/media';
import { wordList } from '../../../cloudfunctions/shared/moderation/rules/list';
import { folded, wordsIn } from '../../../cloudfunctions/shared/moderation/rules/words';

const answers: readonly Answer[] = ['pass', 'review', 'risky', 'down', 'slow', 'quota', 'token', 'visit', 'unknown'];

describe('texts for WeChat', () => {
  it('are pieces of at most 2,500 characters that together say all of it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6000 }), { maxLength: 4 }), (texts) => {
        const pieces = piecesOf(texts);
        for (const piece of pieces) expect(Array.from(piece).length).toBeLessThanOrEqual(TEXT_MAX);
        const said = pieces.join('').replaceAll('\n', '');
        expect(said).toBe(texts.join('').replaceAll('\n', ''));
      }),
      { numRuns: 30 },
    );
    expect(piecesOf(['一', '', '二'])).toEqual(['一\n二']);
    expect(piecesOf([''])).toEqual([]);
    expect(piecesOf(['字'.repeat(TEXT_MAX), '字']).map((piece) => piece.length)).toEqual([TEXT_MAX, 1]);
  });

  it('pass only where WeChat says so of every piece; the gravest answer counts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { maxLength: 5 }), (all) => {
        const checked = checkedBy(all);
        expect(checked.passed).toBe(all.every((answer) => answer === 'pass'));
        if (checked.passed) return;
        const wanted = all.includes('risky')
          ? 'rejected'
          : all.every((answer) => answer === 'pass' || answer === 'review')
            ? 'review'
            : 'pending';
        expect(checked.state).toBe(wanted);
      }),
    );
  });

  it.each<[unknown, Answer]>([
    [{ errcode: 0, result: { suggest: 'pass' } }, 'pass'],
    [{ errcode: 0, result: { suggest: 'review' } }, 'review'],
    [{ errcode: 0, result: { suggest: 'risky' } }, 'risky'],
    [{ errcode: 0, result: { suggest: 'fine' } }, 'unknown'],
    [{ errcode: 0 }, 'unknown'],
    [{ errcode: -1 }, 'down'],
    [{ errcode: 45009 }, 'quota'],
    [{ errcode: 61010 }, 'visit'],
    [{ errcode: 87014 }, 'unknown'],
    ['pass', 'unknown'],
    [null, 'unknown'],
  ])('of the reply %j is %s', (reply, answer) => expect(answerOf(reply)).toBe(answer));

  it('without a token are told from a service that is down', () => {
    expect(failureOf(new Error('[INVALID_PARAM] missing wxCloudApiToken'))).toBe('token');
    expect(failureOf(new Error('socket hang up'))).toBe('down');
    expect(failureOf(undefined)).toBe('down');
  });
});

describe('the local list', () => {
  it('is found whatever its width, case, signs, spaces and characters', () => {
    expect(wordsIn(['请 加·微 信 详谈'])).toEqual(['加微信']);
    expect(wordsIn(['加ＶＸ聊'])).toEqual(['加vx']);
    expect(wordsIn(['躺著賺錢？躺着賺錢！'])).toEqual(['躺着赚钱']);
    expect(wordsIn(['加薇信'])).toEqual(['加微信']);
    expect(wordsIn(['读书要慢，加一点耐心'])).toEqual([]);
  });

  it('does not reach from one text into the next', () => expect(wordsIn(['参加', '微信'])).toEqual([]));

  it('has words of two characters at least, as they are compared, each once', () => {
    for (const word of wordList) expect(Array.from(folded(word)).length).toBeGreaterThanOrEqual(2);
    expect(new Set(wordList).size).toBe(wordList.length);
  });

  it('has a person look and turns nothing down', () => {
    expect(foundLocally([])).toBeUndefined();
    expect(foundLocally(['加微信'])).toMatchObject({ passed: false, state: 'review', why: 'words' });
  });
});

it('samples are the same for the same id, and about as many as was asked for', () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `mc_${index}`);
  const sampled = ids.filter((id) => isSampled(id, 2));
  expect(sampled).toEqual(ids.filter((id) => isSampled(id, 2)));
  expect(sampled.length).toBeGreaterThan(60);
  expect(sampled.length).toBeLessThan(140);
  expect(ids.filter((id) => isSampled(id, 0))).toEqual([]);
  expect(ids.filter((id) => isSampled(id, 100))).toEqual(ids);
});

describe('a push', () => {
  const event = {
    ...{ MsgType: 'event', Event: 'wxa_media_check', version: 2, appid: 'wx1', trace_id: 't1' },
    ...{ errcode: 0, result: { suggest: 'pass' } },
  };
  it('says which check it is about and what came of it; what is not understood is no verdict', () => {
    expect(mediaPushIn(event)).toEqual({ traceId: 't1', appId: 'wx1', suggest: 'pass' });
    expect(mediaPushIn({ ...event, result: { suggest: 'risky' } })?.suggest).toBe('risky');
    expect(mediaPushIn({ ...event, result: { suggest: 'review' } })?.suggest).toBe('review');
    expect(mediaPushIn({ ...event, result: { suggest: 'ok' } })?.suggest).toBe('none');
    expect(mediaPushIn({ ...event, errcode: -1008, result: undefined })?.suggest).toBe('none');
  });
  it.each([
    ['no event', { MsgType: 'text' }],
    ['another event', { Event: 'subscribe' }],
    ['another version', { version: 1 }],
    ['no mini-program', { appid: undefined }],
    ['no trace', { trace_id: '' }],
    ['a trace that is no text', { trace_id: 7 }],
  ])('is none with %s', (_, part) => expect(mediaPushIn({ ...event, ...part })).toBeUndefined());
  it('is none where nothing came', () => expect([mediaPushIn(null), mediaPushIn('x')]).toEqual([undefined, undefined]));

  it('is promised by a trace id, or it is said why not', () => {
    expect(traceOf({ errcode: 0, trace_id: 't1' })).toEqual({ traceId: 't1' });
    expect(traceOf({ errcode: 0, trace_id: '' })).toBe('unknown');
    expect(traceOf({ errcode: 0 })).toBe('unknown');
    expect([traceOf({ errcode: 45009 }), traceOf({ errcode: 61010 }), traceOf({ errcode: -1 })]).toEqual([
      ...['quota', 'visit', 'down'],
    ]);
    expect(traceOf({ errcode: 40066 })).toBe('unknown');
    expect(traceOf(undefined)).toBe('unknown');
  });
});
