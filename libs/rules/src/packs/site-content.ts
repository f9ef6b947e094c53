import type { Bilingual } from '../rule-values';

/** Service contents (服务内容), codes of the ministry (rules.md 4.4). Bits, but two exceed 31 bits: never use bit operators. */
export const serviceContents: readonly (Bilingual & { readonly code: number })[] = [
  { code: 1, zh: '即时通信', en: 'instant messaging' },
  { code: 2, zh: '搜索引擎', en: 'search' },
  { code: 4, zh: '综合门户', en: 'general portal' },
  { code: 8, zh: '网上邮局', en: 'web mail' },
  { code: 16, zh: '网络新闻', en: 'online news' },
  { code: 32, zh: '博客/个人空间', en: 'blog/personal space' },
  { code: 64, zh: '网络广告/信息', en: 'ads/information' },
  { code: 128, zh: '单位门户网站', en: 'organisation portal' },
  { code: 256, zh: '网络购物', en: 'shopping' },
  { code: 512, zh: '网上支付', en: 'payment' },
  { code: 1024, zh: '网上银行', en: 'banking' },
  { code: 2048, zh: '网上炒股/股票基金', en: 'stock/fund' },
  { code: 4096, zh: '网络游戏', en: 'games' },
  { code: 8192, zh: '网络音乐', en: 'music' },
  { code: 16384, zh: '网络影视', en: 'film/video' },
  { code: 32768, zh: '网络图片', en: 'pictures' },
  { code: 65536, zh: '网络软件/下载', en: 'software/download' },
  { code: 131072, zh: '网上求职', en: 'jobs' },
  { code: 262144, zh: '网上交友/婚介', en: 'dating' },
  { code: 524288, zh: '网上房产', en: 'real estate' },
  { code: 1048576, zh: '网络教育', en: 'education' },
  { code: 2097152, zh: '网站建设', en: 'site building' },
  { code: 4194304, zh: 'WAP', en: 'WAP' },
  { code: 8388608, zh: '其他', en: 'other' },
  { code: 134217728, zh: 'App', en: 'app' },
  { code: 268435456, zh: 'P2P 网络借贷', en: 'P2P lending' },
  { code: 536870912, zh: '股权众筹', en: 'equity crowdfunding' },
  { code: 1073741824, zh: '互联网保险', en: 'insurance' },
  { code: 2147483648, zh: '跨界金融和资产管理', en: 'cross-field finance and asset management' },
  { code: 4294967296, zh: '非银行支付', en: 'non-bank payment' },
];
export const otherContent = 8388608;

/** Languages (语言类别), codes of the ministry (rules.md 4.4). */
export const siteLanguages: readonly (Bilingual & { readonly code: number })[] = [
  { code: 1, zh: '中文简体', en: 'simplified Chinese' },
  { code: 2, zh: '中文繁体', en: 'traditional Chinese' },
  { code: 3, zh: '维吾尔语', en: 'Uyghur' },
  { code: 4, zh: '哈萨克语', en: 'Kazakh' },
  { code: 5, zh: '柯尔克孜语', en: 'Kyrgyz' },
  { code: 6, zh: '蒙古语', en: 'Mongolian' },
  { code: 7, zh: '藏语', en: 'Tibetan' },
  { code: 8, zh: '壮语', en: 'Zhuang' },
  { code: 9, zh: '朝鲜语', en: 'Korean' },
  { code: 10, zh: '彝语', en: 'Yi' },
  { code: 11, zh: '苗语', en: 'Miao' },
  { code: 12, zh: '英语', en: 'English' },
  { code: 13, zh: '日语', en: 'Japanese' },
  { code: 14, zh: '法语', en: 'French' },
  { code: 15, zh: '俄语', en: 'Russian' },
  { code: 16, zh: '西班牙语', en: 'Spanish' },
  { code: 17, zh: '阿拉伯语', en: 'Arabic' },
];

/** A kind of pre-approval (前置审批): bit of the ministry and id of the mini-program API are two separate lists (4.5). */
export interface PreapprovalKind extends Bilingual {
  readonly kind: string;
  readonly bit?: number;
  readonly issuerZh: string;
}

export const preapprovalKinds: readonly PreapprovalKind[] = [
  { kind: 'news', bit: 1, zh: '新闻', en: 'News', issuerZh: '国务院或省级新闻办' },
  { kind: 'publication', bit: 2, zh: '出版', en: 'Publication', issuerZh: '新闻出版主管部门' },
  { kind: 'education', bit: 4, zh: '教育', en: 'Education', issuerZh: '省级教育部门' },
  { kind: 'healthcare', bit: 8, zh: '医疗保健', en: 'Healthcare', issuerZh: '省级卫生部门' },
  { kind: 'medicines', bit: 16, zh: '药品和医疗器械', en: 'Medicines and medical devices', issuerZh: '省级药监部门' },
  { kind: 'bulletin-board', bit: 32, zh: '电子公告服务', en: 'Bulletin board service', issuerZh: '省通信管理局' },
  { kind: 'culture', bit: 256, zh: '文化', en: 'Culture', issuerZh: '省级文化部门' },
  { kind: 'broadcasting', bit: 512, zh: '广播电影电视节目', en: 'Broadcast, movie and television programs', issuerZh: '广播电视主管部门' },
  { kind: 'car-booking', bit: 2048, zh: '网络预约车', en: 'Online car booking', issuerZh: '当地交通部门' },
  { kind: 'internet-finance', bit: 4096, zh: '互联网金融', en: 'Internet finance', issuerZh: '人民银行、金融局、证监会等' },
  { kind: 'off-campus-training', bit: 8192, zh: '校外培训', en: 'Off-campus training', issuerZh: '教育部门' },
  { kind: 'religion', bit: 16384, zh: '宗教', en: 'Religion', issuerZh: '省级宗教事务部门' },
  { kind: 'games', zh: '游戏', en: 'Games', issuerZh: '宣传部门出版局' },
];
