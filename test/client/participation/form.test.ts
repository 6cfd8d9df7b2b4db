import { FORM_FIELDS_MAX } from '@contract/shared/participation/constants';
import { mayAddField, newField, optionsOf } from '@/shared/participation/form';

describe('questions of the form', () => {
  it('get an id that no other question has, also after one was removed', () => {
    const first = newField([]);
    const second = newField([first]);
    expect([first.id, second.id]).toEqual(['q1', 'q2']);
    expect(newField([second]).id).toBe('q1');
  });

  it('are at most five', () => {
    const form = Array.from({ length: FORM_FIELDS_MAX }, (_, index) => ({ ...newField([]), id: `q${index}` }));
    expect(mayAddField(form)).toBe(false);
    expect(mayAddField(form.slice(1))).toBe(true);
  });

  it('take options one a line, without blanks and repeats', () => {
    expect(optionsOf('M\n\n L \nM')).toEqual(['M', 'L']);
  });
});
