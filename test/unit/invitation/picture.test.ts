import { JOIN_PAGE, CODE_LENGTH, SCENE } from '../../../contract/domains/invitation/constants';
import { pictureIn } from '../../../cloudfunctions/domains/invitation/rules/picture';
import { addressOf } from '../../../src/routes/table';

const bytes = Buffer.from('PNG');
const contentType = 'image/png';

it.each([
  ['as text', bytes.toString('base64')],
  ['as bytes', new Uint8Array(bytes)],
  ['as JSON has bytes', { type: 'Buffer', data: [...bytes] }],
])('a picture that comes %s is the same', (_, buffer) => {
  expect(pictureIn({ errcode: 0, contentType, buffer })).toEqual({ contentType, base64: bytes.toString('base64') });
});

it.each([undefined, null, 'down', { errcode: 45009 }, { contentType }, { contentType, buffer: '' }, { buffer: 'x' }])(
  'anything else is none: %j',
  (reply) => {
    expect(pictureIn(reply)).toBeUndefined();
  },
);

it('leads to the page of joining, in the 32 characters that WeChat allows', () => {
  expect(`/${JOIN_PAGE}`).toBe(addressOf('enter'));
  expect(SCENE.length + CODE_LENGTH).toBeLessThanOrEqual(32);
});
