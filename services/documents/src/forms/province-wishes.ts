import { provinces } from '@beian/rules';

/** How a statement is signed in a province, and what is written on it by hand (rules.md 5.2, read for every pack). */
export interface StatementWishes {
  readonly wishes: readonly string[];
  readonly toFill: readonly string[];
}

const codesOf = (...names: readonly string[]): readonly string[] =>
  provinces.filter(({ en }) => names.includes(en)).map(({ code }) => code);

const [beijing, guangdong] = codesOf('Beijing', 'Guangdong') as [string, string];
const fingerprint = codesOf('Jiangxi', 'Xinjiang');
const oneSheet = codesOf('Inner Mongolia', 'Heilongjiang', 'Xinjiang', 'Hainan', 'Sichuan', 'Chongqing');
const domainField = codesOf('Jiangxi', 'Gansu', 'Hunan');

/** `domains`: how many the order holds. */
export function statementWishes(order: {
  readonly province: string;
  readonly isIndividual: boolean;
  readonly domains: number;
}): StatementWishes {
  const { province, isIndividual, domains } = order;
  const wishes = ['用黑色签字笔、正楷填写和签名，不得涂改。'];
  const toFill = ['主办单位负责人签名：', '日期：        年    月    日'];
  if (isIndividual) wishes.push(fingerprint.includes(province) ? '本人签名并按手印。' : '本人签名。');
  else wishes.push('加盖单位公章，并由负责人签名。');
  if (isIndividual && fingerprint.includes(province)) toFill.push('手印：');
  if (!isIndividual) toFill.push('单位公章：');
  if (domains > 1) {
    if (oneSheet.includes(province)) wishes.push('本单全部域名须写在同一张核验单上（见上表）。');
    else if (domainField.includes(province)) wishes.push('多个域名写在域名栏内（见上表）。');
    else wishes.push('多个域名可附签名（盖章）的清单。');
  }
  if (province === beijing) {
    wishes.push('北京：须写明域名及其注册服务机构。');
    toFill.push('域名注册服务机构（手写）：');
  }
  if (province === guangdong) {
    wishes.push('广东：使用该省自己的表格；本页仅供核对数据。');
    if (isIndividual) {
      wishes.push('广东：个人须在该省表格上手写承诺段落。');
      toFill.push('承诺（按该省表格的文字手写）：');
    }
  }
  return { wishes, toFill };
}
