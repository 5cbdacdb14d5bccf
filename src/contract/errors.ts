/**
 * The error catalogue: every refusal a function can answer, with one Chinese sentence a person can act on.
 * Nothing else reaches a screen; the cause for developers goes to the function's log, never into the answer.
 */
export const errors = {
  invalid: '填写的内容不符合要求，请按提示改正后再试。',
  unknownAction: '这个功能在当前版本里没有，请更新小程序后再试。',
  notAllowed: '您的身份不能做这件事。如需办理，请联系管理员。',
  outOfScope: '这不在您负责的范围内，请联系管理员。',
  recused: '您与这个村有回避关系，不能评分。请继续下一个村。',
  wrongState: '拉练当前的阶段不能做这件事，请刷新后按页面提示操作。',
  notFound: '没有找到这条内容，它可能已被撤回，请刷新后再看。',
  unknownCard: '没有这个户码，请对照纸条再输一遍。',
  cardUsed: '这个户码已经用过了，一张纸条答一份。',
  notProvisional: '这个村的评分和答卷都够，会照常排名，不用另外同意。',
  otherRound: '另一次拉练还没有封存，请等它封存以后再重开这一次。',
  tooFew: '不足 5 份，不能这样办，以免认出是谁答的。',
  unknownCode: '这个码不认识或已经作废，请重新扫村里公示栏上的码。',
  changed: '刚才别处改过同一内容，请看清两个版本后再选一个。',
  incomplete: '还有没评的项目，请补全后再提交。',
  noteMissing: '打 0 分或满分要写一句理由，请补上后再提交。',
  alreadyAnswered: '您已经填过了。一个微信每次拉练答一份，谢谢。',
  hasRole: '您在本系统里有工作身份，不能填村民测评。请让村民用自己的手机扫码。',
  notOpen: '测评还没有开始，请在开放时间内再扫码。',
  closed: '这次测评已经结束，谢谢关心。',
  otherVillage: '您的答卷已交给另一个村，一次拉练只能评一个村。',
  sameDistrict: '提出人和确认人不能来自同一个区，请另一位评委来确认。',
  settled: '这条扣分已经有了结论，请刷新后再看。',
  inUse: '还有村、人员或拉练在用它，不能删。请先改掉用到它的地方。',
  published: '这一版方案已经发布，不能再改。请复制成新的一版再改。',
  draftExists: '这个方案已经有一版草稿，请先把那一版发布或删掉。',
  faulty: '方案里还有没改好的地方，请按标出的位置改完再发布。',
  ownEntry: '自己填的要由别人来核，请换一位管理员或评委。',
  notWorkbook: '这不是 Excel 工作簿（.xlsx），或者文件坏了。请用下载的模板另存后再传。',
  noPublicEdition:
    '这一次没有公开版：公开版里没有单份答卷，照它算不出完全一样的名次，所以没有发布。要核对，请找管理员用审计版。',
  unknownInvite: '这个邀请码不认识或已经作废，请找管理员重新要一个。',
  wrongName: '姓名和邀请码对不上，请按管理员登记的姓名再填一遍。',
  alreadyMember: '这个微信已经有工作身份了。要加身份，请管理员直接给您改。',
  lastAdministrator: '这是最后一位管理员，不能撤销。请先登记另一位管理员并绑定。',
  notReady: '还有没准备好的，请按清单办完再点就绪。',
  surveyOpen: '村民测评已经开放，不能再退回草稿。',
  expired: '申诉时间已过，按规定视为认可。如有特殊情况，请联系管理员。',
  notOnPanel: '这位同志不在评审组里，请从名单里重新选。',
  tooEarly: '收卷后要等一会儿才能封存，请稍后再点一次。',
  appealsOpen: '还有扣分在申诉期内，申诉结束后才能封存。',
  samePerson: '提请人不能同时是同意人，请另一位有权的人来点同意。',
  alreadyProposed: '这件事已有人提请，请先处理那一条。',
  sealingFailed: '封存没有完成，已退回收卷状态，数据没有丢。请再提请一次。',
  sealedFileLost: '封存的存档读不出来或对不上，这件事做不了，请联系技术人员。',
  tooLarge: '内容太大，请分几次提交。',
  tryAgain: '网络或服务器忙，结果还不确定。请再点一次，不会重复。',
} as const

export type ErrorCode = keyof typeof errors

/** What a refusal tells the phone beside its sentence: which field, which two versions, which state. */
export type ErrorDetails = Record<string, unknown>

export interface Refusal {
  code: ErrorCode
  message: string
  details?: ErrorDetails
}

/** A refusal on its way to the caller; `cause` stays in the function's log. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: ErrorDetails,
    cause?: unknown,
  ) {
    super(errors[code], cause === undefined ? undefined : { cause })
    this.name = 'Failure'
  }

  get refusal(): Refusal {
    return { code: this.code, message: this.message, ...(this.details && { details: this.details }) }
  }
}

export function failure(code: ErrorCode, details?: ErrorDetails, cause?: unknown): Failure {
  return new Failure(code, details, cause)
}

/** The envelope of every answer. */
export type Answer<T = unknown> = { ok: true; data: T } | { ok: false; error: Refusal }
