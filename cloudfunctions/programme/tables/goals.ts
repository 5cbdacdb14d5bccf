/** 示范目标 of a draft round. What the file changes is declared anew, to be approved by somebody else. */
import type { Table } from '../../../src/contract/programme'
import type { GoalDoc, RoundDoc, VillageDoc } from '../../common/documents'
import { goalFull, goalStep } from '../../common/goal-marks'
import { goalKey } from '../../common/repositories/goals'
import type { Book, Importer, Plan, TableKind, TableSheet } from '../../common/tables/table'
import { called, choiceOf, description, difference, type Field, firsts, keptNumber, keptText } from './comparison'
import { draftRound } from './draft-round'

interface State {
  round: RoundDoc
  villages: VillageDoc[]
  goals: GoalDoc[]
}

/** What a row says. */
type Said = Pick<GoalDoc, 'goalId' | 'villageId' | 'title' | 'baseline' | 'target' | 'unit' | 'difficulty'>

const GOALS = '示范目标'

export const goals: TableKind<Extract<Table, { kind: 'goals' }>, State> = {
  async load({ roundId }, repos) {
    const round = await draftRound(roundId, repos)
    const [villages, goals] = await Promise.all([repos.villages.all(), repos.goals.ofRound(roundId)])
    return {
      round,
      villages: [...villages].sort((a, b) => (a.id < b.id ? -1 : 1)),
      goals: [...goals].sort((a, b) => (a.goalId < b.goalId ? -1 : 1)),
    }
  },
  title: ({ round }) => `示范目标-第${round.number}次拉练`,
  sheets: (state, filled) => [goalSheet(state, filled)],
  plan: (book, state, by) => planOf(readGoals(book, state), state, by),
}

function goalSheet({ villages, goals }: State, filled: boolean): TableSheet {
  return {
    name: GOALS,
    explain: '每个示范目标一行。改动过的目标要由另一个人重新核准；表里没有写的目标保持不变，要删除请在小程序里删。',
    columns: [
      {
        key: 'id',
        title: '编号',
        explain: '英文字母和数字；下次拉练还是这个目标就用同一个编号，才能比出增量。',
        width: 12,
        example: 'V01-G1',
        required: true,
      },
      {
        key: 'village',
        title: '村',
        explain: '从下拉中选，也可以只写编号或村名。',
        width: 20,
        example: 'V01 云溪村',
        required: true,
        choices: villages.map(called),
      },
      {
        key: 'title',
        title: '目标',
        explain: '一句话，最多 100 字。',
        width: 40,
        example: '“山水乡愁”研学路线年接待 3000 人次',
        required: true,
      },
      { key: 'baseline', title: '起点', explain: '现在是多少，可以空着。', width: 16, example: '800', required: false },
      { key: 'target', title: '目标值', explain: '要到多少，可以空着。', width: 16, example: '3000', required: false },
      {
        key: 'unit',
        title: '单位',
        explain: '目标是数字时填，如人次、公里。',
        width: 10,
        example: '人次',
        required: false,
      },
      {
        key: 'difficulty',
        title: '建议难度',
        explain: '难度系数，大于 0、不超过 1，最多两位小数，如 0.8、0.9、1；核准的人来定，可以空着。',
        width: 10,
        example: '0.9',
        type: 'number',
        required: false,
      },
    ],
    rows: filled
      ? goals.map(({ goalId, villageId, title, baseline, target, unit, difficulty }) => {
          const village = villages.find(({ id }) => id === villageId)
          return {
            id: goalId,
            village: village ? called(village) : villageId,
            title,
            baseline,
            target,
            unit,
            difficulty,
          }
        })
      : [],
  }
}

function readGoals(book: Book, { round, villages, goals }: State): Said[] {
  const isFirst = firsts()
  const read: Said[] = []
  for (const row of book.rows(GOALS)) {
    const goalId = row.id('id', { most: 32 })
    const stored = goals.find((one) => one.goalId === goalId)
    const village = row.choice('village', villages.map(choiceOf), { required: true })
    const said: Said = {
      goalId: goalId ?? '',
      villageId: village?.id ?? '',
      title: keptText(stored?.title, row.text('title', { most: 100, required: true })),
      baseline: keptText(stored?.baseline, row.text('baseline', { most: 60 })),
      target: keptText(stored?.target, row.text('target', { most: 60 })),
      unit: keptText(stored?.unit, row.text('unit', { most: 20 })),
      difficulty: keptNumber(
        stored?.difficulty,
        row.amount('difficulty', { least: 0.01, most: 1, decimals: 2, what: '难度系数' }),
      ),
    }
    if (stored && village && village.id !== stored.villageId)
      row.fault(
        'id',
        `编号 ${stored.goalId} 已经是别的村（${nameOf(stored.villageId, villages)}）的目标，请换一个编号。`,
      )
    // A mark belongs to one item: goals and indicators share their ids' room.
    if (round.scheme.indicators.some(({ id }) => id === goalId))
      row.fault('id', `编号 ${goalId} 是方案里指标的编号，请换一个。`)
    if (goalId !== null && isFirst(row, 'id', goalId, `编号 ${goalId} `)) read.push(said)
  }
  return read
}

function planOf(read: readonly Said[], { round, villages, goals }: State, by: Importer): Plan {
  const fields = goalFields(villages)
  const plan: Plan = { planned: [], same: 0 }
  for (const said of read) {
    const stored = goals.find(({ goalId }) => goalId === said.goalId)
    const change = stored ? difference(fields, stored, said) : { was: null, becomes: description(fields, said) }
    if (!change) plan.same++
    else
      plan.planned.push({ what: said.goalId, ...change, collection: 'goals', doc: declared(said, stored, round, by) })
  }
  return plan
}

function goalFields(villages: readonly VillageDoc[]): Field<Said>[] {
  return [
    { title: '村', shown: ({ villageId }) => nameOf(villageId, villages) },
    { title: '目标', shown: ({ title }) => title },
    { title: '起点', shown: ({ baseline }) => baseline },
    { title: '目标值', shown: ({ target }) => target },
    { title: '单位', shown: ({ unit }) => unit },
    { title: '难度', shown: ({ difficulty }) => String(difficulty ?? '') },
  ]
}

function declared(said: Said, stored: GoalDoc | undefined, round: RoundDoc, by: Importer): GoalDoc {
  return {
    ...said,
    _id: goalKey(round._id, said.goalId),
    // From the time, not from 1, as declared by form (repositories/goals.ts).
    revision: (stored?.revision ?? by.now) + 1,
    roundId: round._id,
    full: stored?.full ?? goalFull(round),
    step: stored?.step ?? goalStep(round),
    state: 'declared',
    reason: '',
    declaredBy: by.memberId,
    declaredByName: by.name,
    decidedBy: null,
    decidedByName: null,
    at: by.now,
    sendId: by.sendId,
  }
}

function nameOf(villageId: string, villages: readonly VillageDoc[]): string {
  return villages.find(({ id }) => id === villageId)?.name ?? villageId
}
