import { ending } from '../../../cloudfunctions/shared/imports/rules/import';

it('what could not be carried out is left; what could not be taken back is kept', () => {
  expect([ending('apply', true), ending('apply', false)]).toEqual(['done', 'left']);
  expect([ending('undo', true), ending('undo', false)]).toEqual(['undone', 'kept']);
});
