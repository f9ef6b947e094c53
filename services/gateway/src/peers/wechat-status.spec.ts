import { returnCauses, stages } from '@beian/contracts';
import { stagesOfWechat, wechatStatus, type Mapped, type WechatStatus } from './wechat-status';

const table: readonly (readonly [Mapped, WechatStatus])[] = [
  [{ stage: 'draft' }, { status: 1024 }],
  [{ stage: 'provider-review' }, { status: 2 }],
  [{ stage: 'identity-check' }, { status: 2 }],
  [{ stage: 'hand-over' }, { status: 2 }],
  [{ stage: 'phone-verification' }, { status: 4, smsStatus: 1 }],
  [{ stage: 'authority-review' }, { status: 4 }],
  [
    { stage: 'authority-review', phones: [{}] },
    { status: 4, smsStatus: 2 },
  ],
  [{ stage: 'returned', because: 'reviewer' }, { status: 3 }],
  [
    { stage: 'returned', because: 'phone-window-closed' },
    { status: 4, smsStatus: 3 },
  ],
  [{ stage: 'returned', because: 'phone-failed' }, { status: 5 }],
  [{ stage: 'returned', because: 'authority-rejected' }, { status: 5 }],
  [{ stage: 'granted' }, { status: 6 }],
  [{ stage: 'refused' }, { status: 3 }],
  [{ stage: 'withdrawn' }, { status: 1024 }],
  [{ stage: 'abandoned' }, { status: 1024 }],
  [{ stage: 'lapsed' }, { status: 1024 }],
];

describe('a filing in the terms of WeChat', () => {
  it.each(table)('%j is %j', (ours, theirs) => {
    expect(wechatStatus(ours)).toEqual(theirs);
  });

  it('the table has every stage, and every cause of a return', () => {
    expect(new Set(table.map(([{ stage }]) => stage))).toEqual(new Set(stages));
    expect(new Set(table.flatMap(([{ because }]) => because ?? []))).toEqual(new Set(returnCauses));
  });

  it('leads back to a set of ours that holds where one came from', () => {
    for (const [ours, theirs] of table) expect(stagesOfWechat(theirs)).toContainEqual(ours);
  });

  it('knows no filing of ours for a status that is not given here', () => {
    expect(stagesOfWechat({ status: 6, smsStatus: 1 })).toEqual([]);
  });
});
