import type { CallOut } from '../../contract'
import type { DeductionState } from '../../contract/deductions'
import type { Proposal } from '../../contract/member'
import type { RoundState } from '../../contract/parts'

export type Me = CallOut<'member', 'me'>
export type Round = Me['rounds'][number]
export type Notice = Me['notices'][number]

/** A page that somebody may open for a round. */
export type Door = { title: string; note: string; page: string; roundId: string; verb: string }

/** The round at hand before one that is prepared, and that before those that are over; otherwise as they came, newest first. */
export function mostUrgentFirst(rounds: readonly Round[]): Round[] {
  const urgency = ({ state, rehearsal }: Round) => {
    if (state === 'announced' || state === 'archived') return 3
    if (state === 'draft') return 2
    return rehearsal ? 1 : 0
  }
  return [...rounds].sort((a, b) => urgency(a) - urgency(b))
}

/** What this person may open of a round, the most urgent first. */
export function doorsOf(round: Round, roles: readonly string[], notices: readonly Notice[]): Door[] {
  const isAdministrator = roles.includes('administrator')
  const reads = isAdministrator || roles.includes('leader')
  const under = (states: RoundState[]) => states.includes(round.state)
  const isOfficer = roles.includes('officer')
  const doors: (Door | false)[] = [
    isAdministrator &&
      under(['draft']) && {
        title: '筹备这次拉练',
        note: '路线、评审组、示范目标、实测数，齐了就点就绪',
        page: 'prepare/round/index',
        verb: '接着筹备',
        roundId: round.id,
      },
    (isOfficer || round.onPanel) &&
      under(['draft']) && {
        title: '示范目标',
        note: isOfficer ? '给本村申报，看批准了没有' : '看各村报的，批准或退回',
        page: 'office/goals/index',
        verb: isOfficer ? '申报示范目标' : '审示范目标',
        roundId: round.id,
      },
    (isOfficer || round.onPanel) &&
      under(['draft']) && {
        title: '实测数',
        note: isOfficer ? '填本村的数和依据，看核过没有' : '核对各村填的数',
        page: 'office/measured/index',
        verb: isOfficer ? '填实测数' : '核对实测数',
        roundId: round.id,
      },
    round.onPanel &&
      under(['ready', 'running', 'closed']) && {
        title: '今日路线',
        note: '到点、评分、提交，没有信号也能用',
        page: 'inspect/route/index',
        verb: '打开今日路线',
        roundId: round.id,
      },
    isAdministrator &&
      !under(['draft', 'archived']) && {
        title: '这次拉练',
        note: '收卷、封存、公布，一步一步来',
        page: 'manage/round/index',
        verb: '管理这次拉练',
        roundId: round.id,
      },
    isAdministrator &&
      under(['running']) && {
        title: '当日调整',
        note: '取消一站、改时间、评委来不了',
        page: 'manage/day/index',
        verb: '调整今天的安排',
        roundId: round.id,
      },
    isAdministrator &&
      under(['running', 'closed']) && {
        title: '扣分与申诉',
        note: '等谁确认，哪条要两个人定',
        page: 'manage/deductions/index',
        verb: '看扣分与申诉',
        roundId: round.id,
      },
    isOfficer &&
      under(['running', 'closed', 'sealing', 'sealed']) && {
        title: '本村扣分',
        note: noticesInWords(notices.filter(({ roundId }) => roundId === round.id)),
        page: 'office/deductions/index',
        verb: '看本村扣分',
        roundId: round.id,
      },
    round.mayReadBoard && {
      title: '榜单',
      note: '总分和四张考卷，分数从哪里来',
      page: 'pages/board/index',
      verb: '看榜单',
      roundId: round.id,
    },
    reads &&
      under(['ready', 'running', 'closed', 'sealing']) && {
        title: '今天的进度',
        note: '到点、交卷、村民答卷够不够',
        page: 'manage/progress/index',
        verb: '看今天的进度',
        roundId: round.id,
      },
  ]
  return doors.filter((door): door is Door => door !== false)
}

/** Of what was confirmed against an officer's villages: what stands how. */
function noticesInWords(notices: readonly Notice[]): string {
  const count = (...states: DeductionState[]) => notices.filter(({ state }) => states.includes(state)).length
  const words = [
    [count('confirmed'), '条已确认'] as const,
    [count('appealed'), '条申诉待定'] as const,
    [count('upheld', 'revoked'), '条有了结论'] as const,
  ].flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : []))
  return words.length === 0 ? '今天还没有扣分' : words.join('，')
}

/** 双人: what waits for this person. */
export function waitingFor({ proposals }: Me): Proposal[] {
  return proposals.filter(({ mayAgree, isMine }) => mayAgree && !isMine)
}
