/** Kinds of papers with their names and the ministry's picture kind (rules.md 5.1, 5.3, 15.4). */
type Text = { readonly pictureKind: number; readonly zh: string; readonly en: string; readonly source: string };
const slot = (pictureKind: number, [zh, en]: readonly [string, string], source: string): Text => ({ pictureKind, zh, en, source });

export const slotTexts = {
  'subject-certificate': slot(1, ['主办单位证件', 'certificate of the subject'], 'S; T; rules.md 5.1'),
  'subject-certificate-front': slot(1, ['本人证件（正面）', 'own ID, front'], 'S; rules.md 5.1'),
  'subject-certificate-back': slot(1, ['本人证件（反面）', 'own ID, back'], 'S; rules.md 5.1'),
  'subject-administrator-id-front': slot(3, ['主体负责人证件（正面）', 'ID of the subject administrator, front'], 'S; rules.md 5.1'),
  'subject-administrator-id-back': slot(3, ['主体负责人证件（反面）', 'ID of the subject administrator, back'], 'S; rules.md 5.1'),
  'site-administrator-id-front': slot(7, ['网站负责人证件（正面）', 'ID of the website administrator, front'], 'S; rules.md 5.1'),
  'site-administrator-id-back': slot(7, ['网站负责人证件（反面）', 'ID of the website administrator, back'], 'S; rules.md 5.1'),
  'authenticity-statement': slot(5, ['真实性核验单', 'authenticity statement'], 'S; A-cn; rules.md 5.1, 5.2'),
  'authenticity-commitment': slot(2, ['真实性告知书和承诺书', 'authenticity notice and commitment'], 'H-kb; rules.md 5.1'),
  'site-administrator-photo': slot(8, ['网站负责人照片', 'photo of the website administrator'], 'S; A-cn; rules.md 6'),
  'domain-certificate': slot(6, ['域名证书', 'domain certificate'], 'A-cn; rules.md 5.1, 10'),
  'residence-permit': slot(2, ['居住证明', 'residence paper'], 'A-cn; rules.md 5.1, 10'),
  'hand-held-photo': slot(2, ['手持证件照片', 'photo holding the ID or licence'], 'A-cn; rules.md 5.1'),
  'letter-subject-administrator': slot(2, ['主体负责人授权书', 'letter of authorisation, subject administrator'], 'A-cn; rules.md 5.1, 10'),
  'letter-site-administrator': slot(6, ['网站负责人授权书', 'letter of authorisation, website administrator'], 'A-cn; rules.md 5.1, 10, C16'),
  'registrant-proof': slot(6, ['域名注册人证明', 'registrant proof'], 'A-cn; rules.md 5.1'),
  'change-proof': slot(2, ['变更证明', 'change proof'], 'A-cn; rules.md 5.1'),
  'staffing-office-certificate': slot(2, ['编办证明', 'staffing-office certificate'], 'A-cn; rules.md 5.1'),
  'party-confirmation': slot(6, ['党建/政府确认书', 'party/government confirmation'], 'A-in; A-cn; rules.md 5.1'),
  'pre-approval': slot(9, ['前置审批文件', 'pre-approval document'], 'A-cn; rules.md 4.5'),
  'site-plan': slot(6, ['网站建设方案书', 'site plan'], 'A-cn; rules.md 4.3'),
  'guarantee-letter': slot(6, ['接入商担保书', "provider's guarantee letter"], 'A-cn; rules.md 4.3'),
  'finance-promise': slot(2, ['金融承诺书', 'finance promise'], 'A-cn; rules.md 5.1'),
  'beijing-confirmation-sheet': slot(6, ['北京域名确认表', 'Beijing confirmation sheet'], 'A-cn; rules.md 5.1'),
  'phone-bills': slot(2, ['近三个月话费单', "three months' phone bills"], 'A-cn; rules.md 5.1'),
  'service-promise': slot(2, ['互联网信息服务承诺书', 'internet information service promise'], 'H-kb; rules.md 5.1'),
  'proof-of-work': slot(2, ['工作或收入证明', 'proof of work or income'], 'A-cn; rules.md 3.6'),
  'guardian-id': slot(2, ['监护人证件', "guardian's ID"], 'A-cn; rules.md 3.6'),
} as const satisfies Record<string, Text>;

export type SlotKind = keyof typeof slotTexts;

const kinds: ReadonlySet<string> = new Set(Object.keys(slotTexts));
export const slotKind = (text: string): SlotKind | undefined => (kinds.has(text) ? (text as SlotKind) : undefined);
