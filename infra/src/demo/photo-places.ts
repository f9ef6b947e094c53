import { ApiCaller, type Body } from './api-caller';
import type { Scene } from './applicant';

/** Invented, as everything in the sandbox: no list of designated places is known (rules.md 6.1), and ours begins empty. */
const places = [
  {
    province: '12',
    city: '天津市',
    nameZh: '天津试验拍照点',
    nameEn: 'Tianjin trial photo place',
    address: '南开区试验道一号',
  },
  {
    province: '33',
    city: '杭州市',
    nameZh: '杭州试验拍照点',
    nameEn: 'Hangzhou trial photo place',
    address: '西湖区试验路二号',
  },
] as const;

/**
 * Puts places to try a booking with on the operator's list, through the API; one that is there already is not put there
 * again. Needs the sandbox, whose operator signs in. Answers what is on the list of these provinces then.
 */
export async function offerPhotoPlaces({ gatewayUrl, outside }: Scene): Promise<readonly Body[]> {
  const operator = new ApiCaller(gatewayUrl, await outside.tokenOf('operator-ma'));
  const offered: Body[] = [];
  for (const place of places) {
    const { items } = await operator.must('GET', `/v1/photo-places?province=${place.province}`);
    const known = (items as readonly Body[]).find(({ nameZh }) => nameZh === place.nameZh);
    const body = { ...place, hours: '09:00-17:00', perDay: 20 };
    offered.push(known ?? (await operator.must('POST', '/v1/operator/photo-places', { body })));
  }
  return offered;
}
