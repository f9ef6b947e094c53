import type { Finding, RulePackId } from '@beian/contracts';
import { provinceOf, readFilingNumber, rejectCodes, valueOf } from '@beian/rules';
import type { siteFaults } from '@beian/contracts/schemas';
import type { Seen } from './site-check.store';

/** The pack and day by which a filed site is judged: a duty that goes on is that of the day of the look. */
export interface CheckRules {
  readonly pack: RulePackId;
  readonly asOf: string;
}

/** What the home page of a site must show, and where it must lead (rules.md 9.5, C25). */
export function expectedFooter(siteNumber: string, rules: CheckRules) {
  const [subjectNumber = siteNumber] = siteNumber.split('-');
  const province = readFilingNumber(siteNumber)?.province;
  const scope = province === undefined ? {} : { province };
  const form = valueOf('footer.number', scope, rules) ?? 'site';
  return {
    number: form === 'subject' ? subjectNumber : siteNumber,
    // A hint (C25): where the subject's number is asked for, that of the site says as much.
    numbers: form === 'subject' ? [subjectNumber, siteNumber] : [siteNumber],
    link: valueOf('footer.link', scope, rules) ?? 'https://beian.miit.gov.cn',
  };
}

/** A finding about a filed site. */
export type SiteFinding = Finding & { readonly code: (typeof siteFaults)[number] };

/** What is wrong with a site as it was seen; `unknown` and `not-looked` are no faults. */
export function siteFindings(
  seen: Seen,
  {
    domain,
    expected,
  }: { readonly domain: string; readonly expected: { readonly number: string; readonly link: string } },
): readonly SiteFinding[] {
  return [...shellFindings(seen, domain), ...footerFindings(seen, expected)].map((one) => ({
    ...one,
    pointer: `/domains/${domain}`,
    stage: 'granted',
  }));
}

type Judged = Omit<SiteFinding, 'pointer' | 'stage'>;

/** 空壳网站: the domain does not resolve to the provider's mainland address, or has expired. */
function shellFindings({ dns, registration, addresses }: Seen, domain: string): readonly Judged[] {
  const shell = { code: 'shell-site', severity: 'error', rule: 'shell.site', source: 'A-cn; rules.md 9.6' } as const;
  const found: Judged[] = [];
  if (dns === 'nowhere' || dns === 'elsewhere') {
    const [zh, en] =
      dns === 'nowhere'
        ? [`域名 ${domain} 没有解析`, `The domain ${domain} does not resolve`]
        : [
            `域名 ${domain} 解析到 ${addresses.join('、')}，不是本接入商的服务器`,
            `The domain ${domain} resolves to ${addresses.join(', ')}, which is no server of this provider`,
          ];
    found.push({
      ...shell,
      zh,
      en,
      remedyZh: '将域名解析到您在本接入商的境内服务器，否则将作为空壳网站取消接入',
      remedyEn: 'Point the domain to your mainland server here, or the access is taken away as that of an empty shell',
    });
  }
  if (registration === 'expired' || registration === 'not-registered') {
    found.push({
      ...shell,
      zh: registration === 'expired' ? `域名 ${domain} 已过期` : `域名 ${domain} 已不在注册局`,
      en:
        registration === 'expired'
          ? `The domain ${domain} has expired`
          : `The domain ${domain} is not registered any more`,
      remedyZh: '续费域名，或注销该网站备案',
      remedyEn: 'Renew the domain, or cancel the filing of the site',
    });
  }
  return found;
}

function footerFindings({ homePage }: Seen, { number, link }: { number: string; link: string }): readonly Judged[] {
  const words: Readonly<Partial<Record<Seen['homePage'], readonly [SiteFinding['code'], string, string]>>> = {
    'no-number': ['NO_FOOTER', '首页未见备案号', 'The home page shows no filing number'],
    'other-number': ['NO_FOOTER', '首页的备案号不是本网站的', 'The home page shows another filing number'],
    'no-link': [
      'NO_FOOTER',
      '首页的备案号没有链接到工信部网站',
      'The number on the home page has no link to the ministry',
    ],
    down: ['FILED_SITE_DOWN', '首页无法访问', 'The home page does not answer'],
    'forbidden-address': [
      'FILED_SITE_DOWN',
      '首页指向非公网地址，无法访问',
      'The home page leads to an address that is not public',
    ],
  };
  const found = words[homePage];
  if (found === undefined) return [];
  const [code, zh, en] = found;
  const known = rejectCodes.find((one) => one.code === code);
  const isFooter = code === 'NO_FOOTER';
  return [
    {
      code,
      severity: 'warning',
      zh,
      en,
      remedyZh: isFooter ? `在首页底部标注 ${number} 并链接到 ${link}` : (known?.remedy.zh ?? '恢复网站'),
      remedyEn: isFooter
        ? `Show ${number} at the bottom of the home page, linked to ${link}`
        : (known?.remedy.en ?? 'Repair the site'),
      rule: isFooter ? 'footer.number' : 'site.reachable',
      source: `rules.md ${known?.section ?? '9.5'}`,
    },
  ];
}

/** 空壳主体: all sites of the subject are cancelled. Where one may be added directly is known for eleven provinces. */
export function shellSubjectFinding(subjectNumber: string, rules: CheckRules): Finding {
  const known = rejectCodes.find(({ code }) => code === 'SHELL_SUBJECT');
  const province = readFilingNumber(subjectNumber)?.province;
  const direct = valueOf('shellSubject.directAdd', {}, rules);
  const isDirect = province !== undefined && direct?.includes(province);
  const where = province === undefined ? undefined : provinceOf(province);
  return {
    code: 'SHELL_SUBJECT',
    pointer: '/subject',
    severity: 'warning',
    stage: 'granted',
    zh: known?.text.zh ?? '空壳主体：主体下没有网站',
    en: known?.text.en ?? 'the subject has no websites left',
    remedyZh: isDirect ? `${where?.zh ?? ''}可直接新增网站` : (known?.remedy.zh ?? '先注销主体'),
    remedyEn: isDirect ? `In ${where?.en ?? 'this province'} a site may be added directly` : (known?.remedy.en ?? ''),
    rule: 'shellSubject.directAdd',
    source: 'A-cn, H-kb; rules.md 9.6',
  };
}
