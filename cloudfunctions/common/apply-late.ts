/** One late send, applied by the rules it would have met in time: '' where it counts, else why not, as a sentence. */
import { type ErrorCode, Failure } from '../../src/contract/errors'
import { scoring } from '../../src/contract/scoring'
import { appealEndsAt } from '../../src/domain/why-not-seal'
import { applyConfirmation, applyDeduct } from './apply-deduction'
import { applyMarks, refuseBadMarks } from './apply-marks'
import { applyLateSubmission, refuseUnfinished } from './apply-submission'
import type { Sender } from './card-sends'
import type { LateDoc, RoundDoc } from './documents'
import { refuseUnlessMayScore } from './may-score'
import type { Repositories } from './repositories'
import { arrivalId } from './repositories/arrivals'

interface Admitting {
  round: RoundDoc
  now: number
  repos: Repositories
}

export async function applyLate(late: LateDoc, admitting: Admitting): Promise<string> {
  try {
    return await apply[late.action](late, senderOf(late, admitting), admitting)
  } catch (error) {
    const why = error instanceof Failure ? whyNot[error.code] : undefined
    // A conflict, or a fault of ours, is no refusal: it is tried again.
    if (why === undefined) throw error
    return why
  }
}

type Apply = (late: LateDoc, sender: Sender, admitting: Admitting) => Promise<string>

const apply: Record<LateDoc['action'], Apply> = {
  async arrive({ villageId, at }, sender, { round, repos }) {
    refuseUnlessMayScore(sender.me, villageId, round)
    const inspectorId = sender.me.memberId
    const _id = arrivalId(round._id, inspectorId, villageId)
    await repos.arrivals.confirm({ _id, roundId: round._id, inspectorId, villageId, confirmedAt: at })
    return ''
  },

  async saveMarks({ payload }, sender, { repos }) {
    const send = scoring.saveMarks.in.parse(payload)
    refuseBadMarks(send, sender)
    const { saved } = await applyMarks(send, sender, repos)
    return Object.keys(saved).length > 0 ? '' : '这几项后来都改过，算后来的'
  },

  async submit({ payload }, sender, { repos }) {
    const send = scoring.submit.in.parse(payload)
    refuseUnfinished(send, sender)
    return (await applyLateSubmission(send, sender, repos)) ? '' : '后来又提交过一次，算后来的'
  },

  async deduct({ payload }, sender, { repos }) {
    await applyDeduct(scoring.deduct.in.parse(payload), sender, repos)
    return ''
  },

  /** It carries the time at which the village can hear of it; one that could no longer appeal is not deducted from. */
  async confirmDeduction({ payload, memberId }, sender, { round, now, repos }) {
    const send = scoring.confirmDeduction.in.parse(payload)
    const { closedAt, settings } = round
    const until = appealEndsAt(now, { closedAt: closedAt!, appealMinutes: settings.appealMinutes })
    const stored = await repos.deductions.byId(send.deductionId)
    if (now >= until && stored?.confirmer !== memberId) return '申诉时间已过，村里来不及申诉'
    await applyConfirmation(send, sender, now, repos)
    return ''
  },
}

/** Who sent it, as the panel knows them; it reached us when it reached us. */
function senderOf({ memberId, receivedAt }: LateDoc, { round }: Admitting): Sender {
  const name = round.panel.find(({ id }) => id === memberId)?.name ?? memberId
  return { me: { memberId, name }, round, now: receivedAt }
}

const whyNot: Partial<Record<ErrorCode, string>> = {
  changed: '另一台手机上后来改过，算后来的',
  incomplete: '评分表没有评完',
  noteMissing: '0 分或满分没有写理由',
  invalid: '内容不符合方案',
  notAllowed: '不在这次的评审组里',
  outOfScope: '这个村不在这次的路线上',
  recused: '与这个村有回避关系',
  wrongState: '这一站取消了',
  settled: '这条扣分已经有了结论',
  samePerson: '提出和确认是同一个人',
  sameDistrict: '提出人和确认人来自同一个区',
  notFound: '没有找到这条扣分',
}
