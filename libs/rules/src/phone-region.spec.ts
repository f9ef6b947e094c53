import { checkPerson } from './check-person';
import { areaCodeOf, landlineRegion, mobileRegion } from './phone-region';
import { aContext, code } from './printed-tables.fixture';

describe('the region of a mobile', () => {
  it.each([
    ['13000000000', 'Shandong'],
    ['13000010000', 'Jiangsu'],
    ['13000080000', 'Hubei'],
    ['+86 130-0000-0000', 'Shandong'],
  ])('%s is %s, as the package says', (mobile, name) => {
    expect(mobileRegion(mobile)).toEqual({
      answer: 'province',
      province: code(name),
      source: 'phonenumbers (PyPI, data of libphonenumber) 9.0.43',
      confidence: 'medium',
    });
  });

  it.each(['19900000000', '14000000000', '1300000000', '12000000000'])('%s is unknown, and says so', (mobile) => {
    expect(mobileRegion(mobile)).toMatchObject({ answer: 'unknown', confidence: 'inferred' });
  });
});

describe('the region of a landline', () => {
  it.each([
    ['086-0571-85022088', '0571', 'Zhejiang'],
    ['010-12345678', '010', 'Beijing'],
    ['0991-1234567', '0991', 'Xinjiang'],
    ['0898-1234567', '0898', 'Hainan'],
  ])('%s with area %s is %s', (landline, area, name) => {
    expect(areaCodeOf(landline)).toBe(area);
    expect(landlineRegion(landline)).toMatchObject({ answer: 'province', province: code(name) });
  });

  it('is unknown without an area code', () => {
    expect(landlineRegion('85022088')).toMatchObject({ answer: 'unknown' });
  });
});

// Provinces with "in-province mobile" (rules.md 10.1, 10.2); elsewhere nobody asks.
describe('a mobile where one of the province is asked', () => {
  const found = (name: string, mobile: string) =>
    checkPerson({ mobile }, '/p', aContext('2019-07', { province: code(name) }))
      .filter(({ pointer }) => pointer === '/p/mobile')
      .map((one) => [one.code, one.severity, one.offending]);

  it('is fine from the province, a warning from another, an open question out of the table', () => {
    expect(found('Jiangsu', '13000010000')).toEqual([]);
    expect(found('Jiangsu', '13000000000')).toEqual([['PHONE_REGION', 'warning', '1300000']]);
    expect(found('Jiangsu', '19900000000')).toEqual([['phone-region-unknown', 'warning', undefined]]);
    expect(found('Zhejiang', '13000000000')).toEqual([]);
  });
});
