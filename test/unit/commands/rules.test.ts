import {
  judgeVersion,
  overtaken,
  remembering,
  REMEMBERED,
  wasSeen,
  wasUndone,
} from '../../../cloudfunctions/shared/commands/rules/commands';

describe('a document that remembers commands', () => {
  it('knows again what it carried out, and what it was too late to undo', () => {
    expect(wasSeen({}, 'a')).toBe(false);
    expect(wasSeen({ commands: ['b'] }, 'a')).toBe(false);
    expect(wasSeen({ commands: ['a'] }, 'a')).toBe(true);
    expect(wasSeen({ commands: overtaken({ commandId: 'a', of: 'b' }) }, 'a')).toBe(true);
    // As earlier versions stored it, with the mark alone.
    expect(wasSeen({ commands: ['a:kept'] }, 'a')).toBe(true);
  });

  it('says of an undo sent again how it ended the first time', () => {
    expect(wasUndone({ commands: ['a'] }, 'a')).toBe(true);
    expect(wasUndone({ commands: overtaken({ commandId: 'a', of: 'b' }) }, 'a')).toBe(false);
    expect(wasUndone({ commands: ['a:kept'] }, 'a')).toBe(false);
    expect(wasUndone({}, 'a')).toBe(false);
  });

  it('remembers of an undo that was overtaken what it would have undone, should that only come now', () => {
    expect(wasSeen({ commands: overtaken({ commandId: 'a', of: 'b' }) }, 'b')).toBe(true);
  });

  it('remembers as many as its domain says', () => {
    expect(remembering(['a'])).toEqual({ commands: { items: ['a'], keepLast: REMEMBERED } });
    expect(remembering(['a', 'b'], 20)).toEqual({ commands: { items: ['a', 'b'], keepLast: 20 } });
  });

  it('lets a writer change the version that he saw, and a retry of it changes nothing', () => {
    expect(judgeVersion({}, { commandId: 'a', version: 0 })).toBe('go');
    expect(judgeVersion({ version: 2, commands: ['b'] }, { commandId: 'a', version: 2 })).toBe('go');
    expect(judgeVersion({ version: 2, commands: ['b'] }, { commandId: 'a', version: 1 })).toBe('conflict');
    expect(judgeVersion({ version: 2, commands: ['a'] }, { commandId: 'a', version: 1 })).toBe('seen');
  });
});
