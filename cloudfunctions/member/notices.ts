/** What an officer's villages were told today: deductions that were confirmed, and what became of them. */
import type { CallOut } from '../../src/contract'
import { appealUntil } from '../../src/domain/deduction-life'
import { isOfficerOf } from '../../src/domain/officer'
import { itemTitle, villageName } from '../common/deductions'
import type { DeductionDoc, MemberDoc, RoundDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'

type Notice = CallOut<'member', 'me'>['notices'][number]

/** Of the real round at hand, newest first. Two requests for an officer, none for anybody else. */
export async function noticesFor(me: MemberDoc, repos: Repositories): Promise<Notice[]> {
  if (!me.roles.some(({ role }) => role === 'officer')) return []
  const round = await repos.rounds.current()
  if (!round || round.state === 'ready') return []
  const villages = round.villages.filter((village) => isOfficerOf(me.roles, village))
  if (villages.length === 0) return []
  const deductions = await repos.deductions.ofVillages(
    round._id,
    villages.map(({ id }) => id),
  )
  return deductions
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .sort((a, b) => b.confirmedAt! - a.confirmedAt!)
    .map((deduction) => noticeOf(deduction, round))
}

function noticeOf(deduction: DeductionDoc, round: RoundDoc): Notice {
  const { _id, villageId, itemId, state } = deduction
  return {
    roundId: round._id,
    villageId,
    villageName: villageName(round, villageId),
    deductionId: _id,
    title: itemTitle(round, itemId),
    state,
    appealUntil: appealUntil(deduction, round),
  }
}
