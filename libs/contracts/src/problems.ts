/** One problem as the world sees it: HTTP status, text in both languages, and how to fix it. */
export interface ProblemKind {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

const kind = (
  status: number,
  [zh, en]: readonly [string, string],
  [remedyZh, remedyEn]: readonly [string, string],
) => ({
  status,
  zh,
  en,
  remedyZh,
  remedyEn,
});

/**
 * Every refusal of ours: code → status, text, remedy. The only table that knows a status; the filter in `platform` is the
 * only reader. `type` of an `ApplicationFailure` is a key of it.
 */
export const problems = {
  'invalid-request': kind(
    400,
    ['请求内容有误', 'The request is not valid'],
    ['按所列字段逐一修改', 'Correct the fields that are listed'],
  ),
  'malformed-json': kind(
    400,
    ['请求体不是合法的 JSON', 'The body is not valid JSON'],
    ['检查 JSON 语法、编码与大小', 'Check syntax, encoding and size of the JSON'],
  ),
  'key-missing': kind(
    400,
    ['缺少 Idempotency-Key', 'Idempotency-Key is missing'],
    [
      '为每个操作生成一个唯一键并在重试时复用',
      'Send a key of your own for each action, the same one when you try again',
    ],
  ),
  'precondition-missing': kind(
    428,
    ['缺少 If-Match', 'If-Match is missing'],
    ['先读取，再带上 ETag 保存', 'Read first, then save with the ETag you got'],
  ),
  unauthenticated: kind(401, ['未登录或令牌无效', 'No valid access token'], ['重新登录后再试', 'Sign in again']),
  'signature-invalid': kind(
    401,
    ['签名无效、过期或重复', 'The signature is wrong, too old or used before'],
    ['检查密钥、时间与随机数', 'Check key, clock and nonce'],
  ),
  forbidden: kind(
    403,
    ['没有权限', 'Your role may not do this'],
    ['请由有权限的人员操作', 'Ask somebody whose role allows it'],
  ),
  'not-found': kind(
    404,
    ['没有找到', 'Not found'],
    ['检查编号，或从列表重新进入', 'Check the id, or start from the list'],
  ),
  'not-allowed-now': kind(
    409,
    ['当前阶段不能这样操作', 'Not allowed in the present stage'],
    ['查看 allowedActions', 'See allowedActions for what is allowed now'],
  ),
  'already-decided': kind(
    409,
    ['已经有决定', 'It has been decided already'],
    ['刷新后查看结果', 'Reload to see the decision'],
  ),
  'already-heard': kind(
    409,
    ['另一操作正在处理中', 'Another message is being acted on'],
    ['稍后刷新', 'Reload in a moment'],
  ),
  'too-late': kind(
    409,
    ['已过不可撤回点或期限', 'Past the point of no return, or the deadline'],
    ['等待结果后再操作', 'Wait for the result, then act'],
  ),
  'nothing-to-withdraw': kind(
    409,
    ['没有可撤回的提交', 'There is nothing to withdraw'],
    ['如需放弃草稿请使用放弃', 'To drop a draft, abandon it'],
  ),
  'reasons-missing': kind(
    422,
    ['退回必须说明理由', 'A return needs at least one reason'],
    ['逐项填写理由', 'Give a reason per field'],
  ),
  'second-person-needed': kind(
    409,
    ['拒绝须由第二人确认', 'A refusal needs a second person'],
    ['请另一位审核员确认', 'Ask another reviewer to confirm'],
  ),
  'claim-missing': kind(409, ['请先领取该订单', 'Claim the filing first'], ['领取后再决定', 'Claim it, then decide']),
  'claimed-by-other': kind(
    409,
    ['已被他人领取', 'Another reviewer holds it'],
    ['等待释放或过期', 'Wait until the claim is released or expires'],
  ),
  'stale-version': kind(
    412,
    ['内容已被修改', 'Somebody saved before you'],
    ['比较两个版本后再保存', 'Compare both versions, then save again'],
  ),
  'key-reused': kind(
    422,
    ['同一键用于不同请求', 'The key was used with another body'],
    ['换一个新的键', 'Use a new key'],
  ),
  'in-progress': kind(
    409,
    ['相同请求正在处理', 'The same request is being processed'],
    ['稍后用同一键重试', 'Try again with the same key in a moment'],
  ),
  'has-findings': kind(
    422,
    ['存在问题，未提交', 'There are findings; nothing was submitted'],
    ['逐项修改后再提交', 'Correct each finding, then submit again'],
  ),
  'order-running': kind(
    409,
    ['已有进行中的订单', 'A running filing already uses this'],
    ['先完成或放弃原订单', 'Finish or abandon the running one'],
  ),
  'type-not-offered': kind(
    422,
    ['不提供此备案类型', 'This filing type is not offered'],
    ['查看原因说明', 'See the reason that is given'],
  ),
  'not-possible-here': kind(409, ['无法在此办理', 'It cannot be done here'], ['请联系客服', 'Contact support']),
  'code-wrong': kind(
    422,
    ['验证码、手机号或证件后六位不符', 'Code, mobile or last six characters do not match'],
    ['核对后重新输入', 'Check all three and enter them again'],
  ),
  'code-void': kind(
    409,
    ['验证码已失效', 'The code is void'],
    ['重新获取或重新提交', 'Ask for a new one, or resubmit'],
  ),
  'resend-limit': kind(
    429,
    ['重发次数已用完', 'No resend is left'],
    ['等待自动重发或重新提交', 'Wait for the automatic one, or resubmit'],
  ),
  'service-code-unusable': kind(
    409,
    ['服务号不可用', 'The service code cannot be used'],
    ['换一个可用的服务号', 'Use another service code'],
  ),
  'instance-unfit': kind(
    422,
    ['实例不满足条件', 'The instance does not meet the conditions'],
    ['按所列条件处理', 'Mend each condition that is listed'],
  ),
  'quota-used-up': kind(
    409,
    ['该实例的服务号已用完', 'The quota of this instance is used up'],
    ['使用其他实例', 'Use another instance'],
  ),
  'upload-refused': kind(
    422,
    ['文件未通过检查', 'The file did not pass the checks'],
    ['按原因重新上传', 'Upload again, mending what is named'],
  ),
  'upload-quota-used-up': kind(
    409,
    ['上传次数或总量已达上限', 'The upload quota of this filing or account is used up'],
    ['删除不需要的文件，或次日再试', 'Remove files that are not needed, or try again tomorrow'],
  ),
  'slot-unknown': kind(
    422,
    ['没有这个材料项', 'There is no such document slot'],
    ['按材料清单选择', 'Choose one of the slots that are listed'],
  ),
  'document-sealed': kind(
    409,
    ['材料已随提交封存', 'The document is sealed with a submission'],
    ['退回后再删除，或上传新版本', 'Remove it after a return, or upload a new version'],
  ),
  'upload-missing': kind(
    409,
    ['尚未收到文件', 'No file has arrived yet'],
    ['先上传再确认', 'Upload the file, then complete'],
  ),
  'address-outside-mainland': kind(
    422,
    ['只能寄往中国大陆', 'Only mainland addresses are served'],
    ['填写大陆地址', 'Give a mainland address'],
  ),
  'body-too-large': kind(413, ['请求体过大', 'The body is too large'], ['缩小请求', 'Send less']),
  'media-type': kind(
    415,
    ['不支持的内容类型', 'Unsupported content type'],
    ['使用 application/json', 'Send application/json'],
  ),
  'too-many-requests': kind(429, ['请求过于频繁', 'Too many requests'], ['稍后再试', 'Try again later']),
  'temporarily-unavailable': kind(
    503,
    ['暂时不可用', 'Temporarily unavailable'],
    ['稍后用同一键重试', 'Try again later with the same key'],
  ),
  'internal-error': kind(
    500,
    ['内部错误', 'Something went wrong on our side'],
    ['请附上请求编号联系我们', 'Contact us with the request id'],
  ),
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof problems;

/** What an update's validator or answer may refuse with; the `type` of its `ApplicationFailure`. */
export const refusals = [
  'not-allowed-now',
  'already-decided',
  'already-heard',
  'too-late',
  'nothing-to-withdraw',
  'reasons-missing',
  'invalid-request',
] as const satisfies readonly ProblemCode[];
export type Refusal = (typeof refusals)[number];

/** Whether a text is a code of the table (a failure's `type` crosses process borders as text). */
export const isProblemCode = (text: unknown): text is ProblemCode =>
  typeof text === 'string' && Object.hasOwn(problems, text);
