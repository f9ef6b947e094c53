/** Why an upload was refused, and what the applicant can do: both languages, said at the slot it was meant for. */
export interface RefusalText {
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

const uploadAgain = { remedyZh: '重新选择文件上传', remedyEn: 'Choose the file again and upload it' };
const takeAnother = {
  remedyZh: '重新拍照或扫描原件，保存为 JPG 或 PNG 后上传',
  remedyEn: 'Photograph or scan the original anew, save it as JPG or PNG and upload that',
};

export const uploadRefusals = {
  expired: { zh: '未在期限内上传', en: 'The file did not arrive in time', ...uploadAgain },
  lost: { zh: '文件已丢失', en: 'The file was lost on our side', ...uploadAgain },
  'size-differs': { zh: '文件大小与声明不符', en: 'The file has another size than stated', ...uploadAgain },
  'hash-differs': { zh: '文件内容与声明的校验值不符', en: 'The file has another hash than stated', ...uploadAgain },
  'type-differs': {
    zh: '文件内容不是所声明的图片类型',
    en: 'The content is not a picture of the stated type',
    remedyZh: '上传真正的 JPG 或 PNG 图片，不要只改扩展名',
    remedyEn: 'Upload a real JPG or PNG picture; renaming a file does not make it one',
  },
  malware: {
    zh: '文件含有恶意代码',
    en: 'The file contains malware',
    remedyZh: '用杀毒软件检查设备，再用干净的设备重新拍摄或扫描',
    remedyEn: 'Check your device for viruses and take the picture anew on a clean one',
  },
  'not-readable': { zh: '图片损坏或不完整，无法打开', en: 'The picture is damaged or cut short', ...takeAnother },
  'too-many-pixels': {
    zh: '图片超过 4000 万像素',
    en: 'The picture has more than 40 million pixels',
    remedyZh: '以 300 dpi 重新扫描',
    remedyEn: 'Scan it again at 300 dpi',
  },
  'too-heavy': { zh: '图片过于复杂，无法处理', en: 'The picture takes too much to decode', ...takeAnother },
  'too-large-re-encoded': {
    zh: '图片去除附加信息后仍达到或超过 4 MB',
    en: 'Freed of everything but its pixels the picture still has 4 MB or more',
    remedyZh: '降低分辨率或另存为质量 90 的 JPG',
    remedyEn: 'Lower the resolution, or save it as JPG of quality 90',
  },
  'too-small-bytes': {
    zh: '文件小于该材料要求的最小值',
    en: 'The file is smaller than this paper must be',
    remedyZh: '域名证书须不小于 200 KB：下载原始证书，不要截图',
    remedyEn: 'A domain certificate has 200 KB or more: download the original instead of a screenshot',
  },
  blank: {
    zh: '图片一片空白，没有内容',
    en: 'The picture shows nothing: it has one shade all over',
    ...takeAnother,
  },
  'same-as-other-slot': {
    zh: '与“{otherZh}”是同一张图片',
    en: 'It is the same picture as in another slot: {otherEn}',
    remedyZh: '为{slotZh}另选图片；若“{otherZh}”传错了，先在那里替换或删除',
    remedyEn: 'Choose the picture of: {slotEn}. If the one there is wrong ({otherEn}), replace or remove it first',
  },
  'too-small-picture': {
    zh: '图片尺寸过小，无法辨认',
    en: 'The picture is too small to be read',
    remedyZh: '上传短边不小于 200 像素、长边不小于 300 像素的清晰图片',
    remedyEn: 'Upload a sharp picture of at least 200 by 300 pixels',
  },
} as const satisfies Record<string, RefusalText>;

export type UploadRefusal = keyof typeof uploadRefusals;

/** What does not keep a picture out, but may make a reviewer return it: said at the upload, not at the end. */
export const uploadDoubts = {
  grey: {
    zh: '图片是黑白的，要求原件的彩色扫描件或照片（复印件会被退回）',
    en: 'The picture has no colour: a colour scan or photo of the original is asked for, copies are returned',
    remedyZh: '对原件彩色扫描或拍照后重新上传',
    remedyEn: 'Scan or photograph the original in colour and upload that',
  },
  'coarse-print': {
    zh: '整页材料的分辨率低于 150 dpi，小字可能无法辨认',
    en: 'A full page with less than 150 dots per inch: small print may be unreadable',
    remedyZh: '以 150 dpi 以上（A4 为 1240×1754 像素）重新扫描',
    remedyEn: 'Scan it again with 150 dpi or more (1240 by 1754 pixels for A4)',
  },
} as const satisfies Record<string, RefusalText>;

export type UploadDoubt = keyof typeof uploadDoubts;
