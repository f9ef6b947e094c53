import { typedDomain } from './typed-domain';

describe('what was typed as a domain (B-4, T11, T12, A19)', () => {
  it.each([
    ['example.cn', 'example.cn'],
    ['EXAMPLE.CN', 'example.cn'],
    ['ｅｘａｍｐｌｅ.cn', 'example.cn'],
    ['example。cn', 'example.cn'],
    [' example.cn. ', 'example.cn'],
    ['a.com.cn', 'a.com.cn'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['例子.cn', 'xn--fsqu00a.cn'],
    ['XN--FSQU00A.cn', 'xn--fsqu00a.cn'],
    ['ministry.gov.cn', 'ministry.gov.cn'],
    ['bureau.ministry.gov.cn', 'bureau.ministry.gov.cn'],
  ])('%j is filed as %s', (typed, domain) => {
    expect(typedDomain(typed)).toMatchObject({ ok: true, domain });
  });

  it.each([
    ['invisible characters', 'exa\u200bmple.cn'],
    ['a soft hyphen', 'exa\u00admple.cn'],
    ['Cyrillic that looks Latin', 'аррӏе.cn'],
    ['the same behind xn--', 'xn--80ak6aa92e.cn'],
    ['Han and Latin in one label', 'qq例子.cn'],
    ['sharp s', 'faß.cn'],
    ['a path', 'example.cn/../x'],
    ['a scheme', 'http://example.cn'],
    ['a user', 'a@example.cn'],
    ['a port', 'example.cn:8080'],
    ['a fragment', 'example.cn#x'],
    ['blanks inside', 'exa mple.cn'],
    ['a NUL', 'example\u0000.cn'],
    ['a direction override', 'example\u202e.cn'],
    ['bad punycode', 'xn--a.cn'],
    ['a label of 64', `${'a'.repeat(64)}.cn`],
    ['a name of 255', `${`${'a'.repeat(50)}.`.repeat(5)}cn`],
    ['an empty label', 'a..cn'],
    ['a leading hyphen', '-a.cn'],
    ['a trailing hyphen', 'a-.cn'],
    ['an underscore', 'a_b.cn'],
    ['a suffix alone', 'cn'],
    ['a name that is none', 'localhost'],
    ['an unknown suffix', 'example.notasuffix'],
    ['a wildcard', '*.example.cn'],
    ['nothing', ''],
    ['blanks', '   '],
    ['an ideographic space', '\u3000'],
  ])('%s is refused', (_what, typed) => {
    expect(typedDomain(typed).ok).toBe(false);
  });

  it.each(['1.2.3.4', '0x7f.1', '127.0.0.1', '2130706433', '[::1]', '0177.0.0.1'])(
    '%s is no domain but an address, and refused',
    (typed) => {
      expect(typedDomain(typed)).toMatchObject({ ok: false });
    },
  );

  it('names the registrable domain to whoever typed a sub-domain', () => {
    expect(typedDomain('www.example.cn')).toEqual({
      ok: false,
      code: 'domain-is-sub-domain',
      registrable: 'example.cn',
    });
  });

  it('is quick with hopeless text', () => {
    const before = Date.now();
    expect(typedDomain('a'.repeat(100_000)).ok).toBe(false);
    expect(typedDomain(`${'a.'.repeat(50_000)}cn`).ok).toBe(false);
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});
