import { newId } from './new-id';

describe('the name of a new thing', () => {
  it('is a ULID, and a later one sorts after an earlier one, also within a millisecond', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
