import type { ProvinceCode } from '@beian/contracts';

/** One thing that a photo before the backdrop must show, and why it is refused when it does not (rules.md 6.1, 15.3). */
export interface PhotoFault {
  /** Code of a reason for a photo that is refused; `PHOTO` of the catalogue stands for whatever is none of these. */
  readonly code: string;
  /** Why a photo is refused. */
  readonly text: PhotoText;
  /** What the guide asks, and what helps after a refusal. */
  readonly remedy: PhotoText;
  /** Asked in this province only. */
  readonly province?: ProvinceCode;
}

interface PhotoText {
  readonly zh: string;
  readonly en: string;
}

// prettier-ignore
const rows: readonly (readonly [string, string, string, string, string, ProvinceCode?])[] = [
  ['PHOTO_OTHER_PERSON', '照片不是网站负责人本人', 'it is not the website administrator', '由网站负责人本人拍照', 'The website administrator himself is in the picture'],
  ['PHOTO_FRAMING', '人像未居中或不是上半身照', 'it is not centred, or does not show the upper body', '人像居中，拍上半身正面', 'Centred, with the upper body'],
  ['PHOTO_SEASON', '衣着与季节不符', 'the clothes are not of the season', '穿当季服装', 'Clothes of the season'],
  ['PHOTO_RED_OR_BLUE', '上衣为红色或蓝色', 'a red or blue top is worn', '上衣请勿穿红色或蓝色', 'No red or blue top'],
  ['PHOTO_BACKGROUND', '背景不全是蓝色幕布', 'the background is not wholly the blue backdrop', '画面背景须全部为蓝色幕布', 'The blue backdrop fills the whole picture'],
  ['PHOTO_CHARACTERS', '幕布文字不清晰或为镜像', 'the characters of the backdrop cannot be read, or are mirrored', '幕布文字须清晰可读，不得镜像', 'Its characters can be read and are not mirrored'],
  ['PHOTO_EDITED', '照片经过编辑或美化', 'it was edited or beautified', '请勿修图或美颜', 'No editing, no beautifying'],
  ['PHOTO_REUSED', '照片曾用于以前的备案', 'it was used for an earlier filing', '重新拍摄，不得使用以前备案的照片', 'A new picture, not one of an earlier filing'],
  ['PHOTO_SLOGAN', '幕布底部标语未完整入镜或露出幕布边缘', 'the bottom slogan line is missing, or an edge of the backdrop shows', '幕布底部标语须完整入镜，不得露出幕布边缘', 'The bottom slogan line is visible, and no edge of the backdrop', '62'],
];

/** The reasons for which a photo is refused, as a list to choose from; Gansu's is for Gansu only. */
export const photoFaults: readonly PhotoFault[] = rows.map(([code, zh, en, remedyZh, remedyEn, province]) => ({
  code,
  text: { zh, en: `The photo is refused: ${en}` },
  remedy: { zh: remedyZh, en: remedyEn },
  ...(province === undefined ? {} : { province }),
}));
