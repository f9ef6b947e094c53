import { codesOf } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';

/** Words of website names (rules.md 4.1, 4.2). The province lists are the same in every pack. */

const beginnings = ['中国', '中华', '中央', '人民', '人大', '国家'];
const words = (text: string): readonly string[] => text.split(' ');

const provinceWords: Readonly<Record<string, readonly string[]>> = {
  Beijing: words('论坛 团购 返现 学院 社区 博客 中心 售后 社团 合伙 评论'),
  Guangdong: words('论坛 商城 返现 交易 体彩 彩票 社区 刮刮乐 股票 证券 利润 媒体 导航 批发 交流 商务'),
  Zhejiang: words('论坛 体彩 官网 彩票 社区 企业 刮刮乐 博客 电商 股票 证券 在线 工作室 行业 中心 产业 工坊 养殖 农业'),
  Henan: words('论坛 商城 团购 返现 交易 体彩 学院 官网 彩票 淘宝 社区 企业 刮刮乐 折扣 易购 电商 网淘 网购 股票 证券 购 购物 利润 在线 媒体 导航 导购 工作室 批发 旺铺 营销 行业 中心 交流 产业 售后 商务 社团 贸易 传媒 合伙 定做 定制 宣传 工坊 市场 热线 评论 诚信通 阿里 传播 农业 咨询 品牌 大众 投资 报价 排行榜 沙龙 管理 维修 旗舰 服务 框架 系统 艺术 设计 转让'),
  Liaoning: words('论坛 商城 团购 返现 交易 体彩 官网 彩票 淘宝 企业 折扣 易购 电商 网淘 网购 股票 证券 购 购物 媒体 工作室 旺铺 行业 产业 贸易 传媒 合伙 宣传 工坊 平台 网址 互联 传播 养殖 咨询 品牌 大众 投资 沙龙 管理 维修 网络 站长网'),
  Hubei: words('论坛 商城 团购 学院 官网 企业 电商 行业'),
  Ningxia: words('论坛 商城 团购 返现 交易 淘宝 社区 博客 折扣 易购 网淘 网购 购 购物 利润 在线 导航 导购 工作室 批发 旺铺 营销 交流 商务 社团 贸易 定做 定制 市场 平台 热线 网址 诚信通 阿里 主页 信息 网络 资讯 作品展示 技术 爱好者 网 网站'),
  Hebei: words('论坛 商城 团购 体彩 学院 官网 彩票 淘宝 社区 企业 刮刮乐 工作室 中心 社团'),
  Guizhou: words('论坛 商城 团购 返现 交易 体彩 学院 官网 彩票 淘宝 社区 刮刮乐 博客 折扣 易购 电商 网淘 网购 股票 证券 购 购物 在线 媒体 导航 导购 批发 旺铺 营销 行业 交流 售后 传媒 宣传 平台 热线 网址 评论 主页 互联 信息 排行榜 资讯'),
  Hunan: words('论坛 商城 团购 返现 交易 学院 官网 淘宝 企业 博客 折扣 易购 电商 网淘 网购 购 购物 利润 媒体 导购 批发 旺铺 营销 产业 售后 商务 贸易 定做 定制 市场 诚信通 阿里 报价'),
  'Inner Mongolia': words('论坛 商城 团购 返现 交易 体彩 学院 彩票 淘宝 刮刮乐 博客 折扣 易购 网淘 网购 股票 证券 购 购物 利润 在线 导航 导购 营销'),
};

const personalEndings = words('资讯 网站 网络 网址 爱好者 作品展示 论坛 社区 工作室 平台 主页 热线 社团 导航');

export const siteNameRecords: readonly RuleRecord[] = [
  rule('siteName.beginnings', { value: beginnings, source: 'A-cn; A-en; rules.md 4.1', confidence: 'high', zh: '非国家级单位的网站名称不得以中国、中华、中央、人民、人大、国家开头', en: 'names of bodies that are not national may not begin with these words' }),
  rule('siteName.beginnings', { value: [...beginnings, '反腐', '纪检', '监察', '信访', '维权', '投诉'], validFrom: '2026-01-01', source: 'H-kb; rules.md 4.1', confidence: 'medium', zh: '网站名称不得以这些词开头', en: 'names may not begin with these words' }),
  rule('siteName.sensitive', { value: words('反腐 赌博 廉政 色情'), source: 'A-cn; rules.md 4.1', confidence: 'high', zh: '网站名称不得含敏感词', en: 'sensitive words are refused' }),
  rule('siteName.personalEndings', { subject: 'individual', value: personalEndings, source: 'A-cn; A-en; rules.md 4.2', confidence: 'high', zh: '个人网站名称不得以这些词结尾', en: 'personal site names may not end with these words' }),
  rule('siteName.personalEndings', { subject: 'individual', value: [...personalEndings, '分享'], validFrom: '2026-01-01', source: 'H-kb; rules.md 4.2', confidence: 'medium', zh: '个人网站名称不得以这些词结尾', en: 'personal site names may not end with these words' }),
  rule('siteName.personalWords', { subject: 'individual', value: words('博客 论坛 在线 社区 交流'), source: 'A-cn; rules.md 4.2, C23', confidence: 'inferred', zh: '个人网站名称不得含这些词（个人无法取得前置审批）', en: 'personal site names may not contain these words (individuals cannot obtain the pre-approval)' }),
  ...Object.entries(provinceWords).flatMap(([name, value]) => codesOf(name).map((province) => rule('siteName.provinceWords', { province, subject: 'individual', value, source: 'A-cn; rules.md 4.2', confidence: 'high', zh: '该省个人网站名称的禁用词', en: 'words this province refuses in personal site names' }))),
  ...codesOf('Jiangsu').map((province) => rule('siteName.pattern', { province, subject: 'individual', value: { endings: ['的个人博客', '的个人主页'], remark: true }, source: 'A-cn; rules.md 4.2, C19', confidence: 'high', zh: '江苏：个人网站名称须为“…的个人博客”或“…的个人主页”，并在备注说明用途', en: 'Jiangsu: personal names end with 的个人博客 or 的个人主页, with the purpose in the remark' })),
];
