/** 新建拉练: a draft. Its id says what it is, so that a send repeated makes no second one. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { mayNameRound } from '../../src/domain/rehearsal-id'
import type { RoundDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import type { AuditLine, MemberContext } from '../common/serve'
import { published } from './draft/published'
import { refuseNoDay } from './draft/refuse-no-day'
import { removeLeft } from './remove-left'

type Send = CallIn<'round', 'create'>

/** Thirty-four requests, the audit's line included: twenty-four look for what an earlier draft of this id left. */
export async function create(send: Send, { me, now, repos }: MemberContext): Promise<CallOut<'round', 'create'>> {
  const { roundId, number, day, sendId } = send
  if (!mayNameRound(roundId))
    throw failure('invalid', { path: 'roundId', problem: '编号不能以 -x 加数字结尾，也不能长过 24 个字符' })
  refuseNoDay(day)
  const scheme = await published(send.scheme, repos)
  // A removal that was cut off leaves what was handed in: the new draft begins with nothing.
  if (!(await repos.rounds.byId(roundId))) await removeLeft(roundId, repos, { audits: false })
  const draft: RoundDoc = {
    _id: roundId,
    // From the time, not from 1: a draft that was removed and begun anew is not taken for the former one.
    revision: now,
    number,
    day,
    rehearsal: false,
    state: 'draft',
    scheme: scheme.rules,
    settings: scheme.settings,
    villages: [],
    stops: [],
    panel: [],
    goals: [],
    notApplicable: [],
    notApplicableDecided: false,
    accepted: [],
    proposals: [],
    startedAt: null,
    closedAt: null,
    moved: { to: 'draft', sendId, by: me.memberId, at: now },
    sealing: null,
    snapshotId: null,
  }
  const begun = await repos.rounds.begin(draft)
  if (begun.moved?.sendId !== sendId || begun.moved.to !== 'draft') throw failure('inUse', { path: 'roundId', roundId })
  return { round: roundHead(begun) }
}

export function createLine({ sendId, roundId, number, day, scheme }: Send): AuditLine {
  return { key: sendId, on: roundId, after: { state: 'draft', number, day, scheme } }
}
