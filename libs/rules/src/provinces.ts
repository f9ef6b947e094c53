import type { ProvinceCode } from '@beian/contracts';

/** A province-level region (GB/T 2260). `character` begins its filing numbers (`rules.md` 9.3), not its car plates. */
export interface Province {
  readonly code: ProvinceCode;
  readonly zh: string;
  readonly en: string;
  readonly character: string;
}

/** All 31 of the mainland, in the order of their codes. */
export const provinces: readonly Province[] = [
  { code: '11', zh: '北京', en: 'Beijing', character: '京' },
  { code: '12', zh: '天津', en: 'Tianjin', character: '津' },
  { code: '13', zh: '河北', en: 'Hebei', character: '冀' },
  { code: '14', zh: '山西', en: 'Shanxi', character: '晋' },
  { code: '15', zh: '内蒙古', en: 'Inner Mongolia', character: '蒙' },
  { code: '21', zh: '辽宁', en: 'Liaoning', character: '辽' },
  { code: '22', zh: '吉林', en: 'Jilin', character: '吉' },
  { code: '23', zh: '黑龙江', en: 'Heilongjiang', character: '黑' },
  { code: '31', zh: '上海', en: 'Shanghai', character: '沪' },
  { code: '32', zh: '江苏', en: 'Jiangsu', character: '苏' },
  { code: '33', zh: '浙江', en: 'Zhejiang', character: '浙' },
  { code: '34', zh: '安徽', en: 'Anhui', character: '皖' },
  { code: '35', zh: '福建', en: 'Fujian', character: '闽' },
  { code: '36', zh: '江西', en: 'Jiangxi', character: '赣' },
  { code: '37', zh: '山东', en: 'Shandong', character: '鲁' },
  { code: '41', zh: '河南', en: 'Henan', character: '豫' },
  { code: '42', zh: '湖北', en: 'Hubei', character: '鄂' },
  { code: '43', zh: '湖南', en: 'Hunan', character: '湘' },
  { code: '44', zh: '广东', en: 'Guangdong', character: '粤' },
  { code: '45', zh: '广西', en: 'Guangxi', character: '桂' },
  { code: '46', zh: '海南', en: 'Hainan', character: '琼' },
  { code: '50', zh: '重庆', en: 'Chongqing', character: '渝' },
  { code: '51', zh: '四川', en: 'Sichuan', character: '蜀' },
  { code: '52', zh: '贵州', en: 'Guizhou', character: '黔' },
  { code: '53', zh: '云南', en: 'Yunnan', character: '滇' },
  { code: '54', zh: '西藏', en: 'Tibet', character: '藏' },
  { code: '61', zh: '陕西', en: 'Shaanxi', character: '陕' },
  { code: '62', zh: '甘肃', en: 'Gansu', character: '陇' },
  { code: '63', zh: '青海', en: 'Qinghai', character: '青' },
  { code: '64', zh: '宁夏', en: 'Ningxia', character: '宁' },
  { code: '65', zh: '新疆', en: 'Xinjiang', character: '新' },
];

const byCode = new Map(provinces.map((province) => [province.code, province]));
const byName = new Map(provinces.map((province) => [province.en, province]));

/** The province of a two-digit code, or undefined for a code of none (71, 81, 82, 91 are not of the mainland). */
export const provinceOf = (code: ProvinceCode): Province | undefined => byCode.get(code);

/** Codes by English name, so that tables of the packs read as the regulation does. Throws for a name of none. */
export function codesOf(...names: readonly string[]): readonly ProvinceCode[] {
  return names.map((name) => {
    const province = byName.get(name);
    if (province === undefined) throw new Error(`no province is called ${name}`);
    return province.code;
  });
}

/** What follows a province's name in streets, and in prefectures of Qinghai that are called like other provinces. */
const streetOrPrefecture = /^([东西南北中]?[路街]|大道|大街|藏族|蒙古族|土家族)/;

/** The province whose name an address begins with (`浙江省杭州市…`, `北京市朝阳区…`), or undefined (`北京东路1号`). */
export function provinceOfAddress(address: string): Province | undefined {
  const text = address.trim();
  return provinces.find(({ zh }) => text.startsWith(zh) && !streetOrPrefecture.test(text.slice(zh.length)));
}
