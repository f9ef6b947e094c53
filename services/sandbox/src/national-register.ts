import type { NationalSubject, World } from './world';

/** The characters with which filing numbers begin (rules.md 9.3), by province code. */
const numberCharacters: Readonly<Record<string, string>> = {
  '11': '京', '12': '津', '13': '冀', '14': '晋', '15': '蒙', '21': '辽', '22': '吉', '23': '黑', '31': '沪', '32': '苏',
  '33': '浙', '34': '皖', '35': '闽', '36': '赣', '37': '鲁', '41': '豫', '42': '鄂', '43': '湘', '44': '粤', '45': '桂',
  '46': '琼', '50': '渝', '51': '蜀', '52': '黔', '53': '滇', '54': '藏', '61': '陕', '62': '陇', '63': '青', '64': '宁',
  '65': '新',
}; // prettier-ignore

/** Year 99 and six digits: a synthetic number that no administration has issued. */
const subjectNumber = (province: string, serial: number): string =>
  `${numberCharacters[province] ?? '京'}ICP备99${String(serial).padStart(6, '0')}号`;

interface OrderedSite {
  readonly siteId?: string;
  readonly filedNumber?: string;
  readonly domains?: readonly string[];
}

interface Numbers {
  readonly subject: string;
  readonly sites: readonly { readonly siteId: string; readonly number: string }[];
}

const suffixOf = (number: string): number => Number(/-(\d+)$/.exec(number)?.[1] ?? 0);

/**
 * The ministry's record after an order was granted, and the numbers it gives (rules.md 9.3): a subject that is filed keeps
 * its number, an added site gets the next suffix, a site that is changed or accessed keeps its own.
 */
export function keepNational(world: World, province: string, order: Readonly<Record<string, unknown>>): Numbers {
  const type = String(order['filingType'] ?? 'FIRST');
  const form = order['subject'] as { readonly certificateNumber?: string; readonly filedNumber?: string } | undefined;
  const certificate = form?.certificateNumber ?? '';
  const known: NationalSubject = world.state.national[certificate] ?? { domains: [] };
  const subject = form?.filedNumber ?? known.subjectNumber ?? subjectNumber(province, world.nextSerial());
  const ordered = (order['sites'] as readonly OrderedSite[] | undefined) ?? [];
  let last = Math.max(known.lastSuffix ?? 0, known.domains.length);
  const sites = ordered.map(({ siteId = '', filedNumber, domains = [] }) => {
    const filed = domains.find((domain) => known.domains.includes(domain));
    const kept = filed === undefined ? undefined : suffixIn(known, filed);
    const own = filedNumber === undefined ? kept : suffixOf(filedNumber);
    const suffix = own ?? (last += 1);
    return { siteId, domains, suffix, number: `${subject}-${suffix}` };
  });
  const after = domainsAfter(type, known, sites);
  if (type === 'CANCEL_SUBJECT') delete world.state.national[certificate];
  else if (certificate !== '') {
    const suffixes = Object.fromEntries(after);
    world.state.national[certificate] = {
      subjectNumber: subject,
      domains: Object.keys(suffixes),
      suffixes,
      lastSuffix: last,
    };
  }
  world.save();
  return { subject, sites: sites.map(({ siteId, number }) => ({ siteId, number })) };
}

const suffixIn = ({ domains, suffixes = {} }: NationalSubject, domain: string): number =>
  suffixes[domain] ?? domains.indexOf(domain) + 1;

/** Which domains are filed afterwards, and under which suffix. */
function domainsAfter(
  type: string,
  known: NationalSubject,
  sites: readonly { readonly domains: readonly string[]; readonly suffix: number }[],
): readonly (readonly [string, number])[] {
  const touched = new Set(sites.map(({ suffix }) => suffix));
  const before = known.domains.map((domain) => [domain, suffixIn(known, domain)] as const);
  if (type === 'CANCEL_ACCESS') return before; // the number stays at the ministry (rules.md 1.1)
  const untouched = before.filter(([, suffix]) => !touched.has(suffix));
  if (type.startsWith('CANCEL')) return untouched;
  return [...untouched, ...sites.flatMap(({ domains, suffix }) => domains.map((domain) => [domain, suffix] as const))];
}
