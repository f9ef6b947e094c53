import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { openBox, sealBox } from './dossier-box';
import { filingMark } from './filing-mark';
import { maskEmail, maskIdNumber, maskName, maskPhone } from './mask';
import { openBytes, sealBytes } from './person-key';
import { PersonKeyGone, PersonVault } from './person-vault';
import { developmentEnvironment, developmentEnvironmentFor } from '../development-environment';

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

describe('sealed bytes', () => {
  const key = randomBytes(32);

  it('open to what was sealed, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(openBytes(key, sealBytes(key, Buffer.from(plain), 'place'), 'place').toString()).toBe(plain);
      }),
    );
  });

  it('do not open with a bit changed, another key or at another place', () => {
    const sealed = sealBytes(key, Buffer.from('110101199003078515'), 'a');
    for (let at = 0; at < sealed.length; at++) expect(() => openBytes(key, flipped(sealed, at), 'a')).toThrow();
    expect(() => openBytes(randomBytes(32), sealed, 'a')).toThrow();
    expect(() => openBytes(key, sealed, 'b')).toThrow();
    expect(() => openBytes(key, sealed.subarray(0, 20), 'a')).toThrow('cut short');
  });
});

describe('PersonVault', () => {
  let own: SpecDatabase;
  const [oldMaster, newMaster, blind] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const vault = new PersonVault([oldMaster], blind);

  beforeAll(async () => {
    own = await specDatabase('subject');
  });
  afterAll(() => own.drop());
  const newPerson = async (id: string) => own.database.transaction((tx) => vault.newPersonKey(tx, id));

  it('seals per person, and one person cannot be read with the key of another', async () => {
    await newPerson('p1');
    await newPerson('p2');
    await newPerson('p1'); // again: the key stays
    const sealed = await vault.seal(own.database, 'p1', '张伟');
    expect(sealed.includes(Buffer.from('张伟'))).toBe(false);
    expect(await vault.open(own.database, 'p1', sealed)).toBe('张伟');
    await expect(vault.open(own.database, 'p2', sealed)).rejects.toThrow();
  });

  it('rel S13 erases a person by deleting the key: nothing opens any more, for good', async () => {
    await newPerson('p3');
    const sealed = await vault.seal(own.database, 'p3', 'x');
    expect(await own.database.transaction((tx) => vault.shred(tx, 'p3'))).toBe(true);
    expect(await own.database.transaction((tx) => vault.shred(tx, 'p3'))).toBe(false);
    await expect(vault.open(own.database, 'p3', sealed)).rejects.toThrow(PersonKeyGone);
    await newPerson('p3');
    await expect(vault.open(own.database, 'p3', sealed)).rejects.toThrow();
  });

  it('F-O4 reads under the old master key, wraps anew under the new one, and refuses without either', async () => {
    await newPerson('p4');
    const sealed = await vault.seal(own.database, 'p4', 'x');
    const rotated = new PersonVault([newMaster, oldMaster], blind);
    expect(await rotated.open(own.database, 'p4', sealed)).toBe('x');
    const onlyNew = new PersonVault([newMaster], blind);
    await expect(onlyNew.open(own.database, 'p4', sealed)).rejects.toThrow('MASTER_KEY');
    expect(await own.database.transaction((tx) => rotated.rewrap(tx, { after: 'p3', limit: 1 }))).toEqual(['p4']);
    expect(await onlyNew.open(own.database, 'p4', sealed)).toBe('x');
  });

  it('finds a value again by its blind index, and keeps purposes apart', () => {
    expect(vault.blindIndex('certificate', 'A')).toEqual(vault.blindIndex('certificate', 'A'));
    expect(vault.blindIndex('certificate', 'A')).not.toEqual(vault.blindIndex('phone', 'A'));
    expect(vault.blindIndex('ab', 'c')).not.toEqual(vault.blindIndex('a', 'bc'));
    expect(new PersonVault([oldMaster], randomBytes(32)).blindIndex('certificate', 'A')).not.toEqual(
      vault.blindIndex('certificate', 'A'),
    );
  });
});

describe('dossier box', () => {
  const publicKeys = JSON.parse(developmentEnvironment['DOSSIER_PUBLIC_KEYS']!) as Record<string, string>;
  const privateKeys = (process: string) =>
    developmentEnvironmentFor(process)
      ['DOSSIER_PRIVATE_KEY']!.split(',')
      .map((key) => Buffer.from(key, 'base64'));
  const sealTo = (recipient: string) =>
    sealBox(Buffer.from(publicKeys[recipient]!, 'base64'), Buffer.from('form'), 'key');

  it('opens for its recipient with the keys of a development installation', () => {
    expect(openBox(privateKeys('notification'), sealTo('notification'), 'key').toString()).toBe('form');
    expect(openBox(privateKeys('verification'), sealTo('verification'), 'key').toString()).toBe('form');
    expect(openBox(privateKeys('verification'), sealTo('authority'), 'key').toString()).toBe('form');
  });

  it('does not open for another, changed, or under another name', () => {
    const box = sealTo('notification');
    expect(() => openBox(privateKeys('verification'), box, 'key')).toThrow('not configured');
    expect(() => openBox(privateKeys('notification'), box, 'other')).toThrow();
    for (let at = 0; at < box.length; at++)
      expect(() => openBox(privateKeys('notification'), flipped(box, at), 'key')).toThrow();
  });
});

describe('filingMark', () => {
  it('compares within a filing and says nothing across filings', () => {
    const key = randomBytes(32);
    expect(filingMark(key, 'f1', 'A')).toBe(filingMark(key, 'f1', 'A'));
    expect(filingMark(key, 'f1', 'A')).not.toBe(filingMark(key, 'f2', 'A'));
    expect(filingMark(key, 'f1', 'A')).not.toBe(filingMark(randomBytes(32), 'f1', 'A'));
    expect(filingMark(key, 'f1', 'A')).toMatch(/^[\w-]{43}$/);
  });
});

describe('masks', () => {
  it.each([
    [maskName, '张伟', '张*'],
    [maskName, '欧阳娜娜', '欧***'],
    [maskName, '𠮷野家', '𠮷**'],
    [maskName, '', '*'],
    [maskIdNumber, '11010119900307002X', '110***********002X'],
    [maskIdNumber, 'E1234567', '********'],
    [maskPhone, '13812348000', '138****8000'],
    [maskPhone, '+8613812348000', '+86138****8000'],
    [maskPhone, '12345', '*****'],
    [maskEmail, 'wang@example.com', 'w***@example.com'],
    [maskEmail, 'nonsense', '********'],
  ])('%p hides %p as %p', (mask, plain, masked) => {
    expect(mask(plain)).toBe(masked);
  });

  it('never show more than they promise, whatever they are given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect([...maskIdNumber(plain)].filter((character) => character !== '*').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
