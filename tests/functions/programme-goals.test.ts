/** 示范目标 of a draft round: declared by the village's officer, approved or returned by somebody else. */
import type { GoalDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { newId } from '../vocabulary/cards'
import type { Day, Person } from '../vocabulary/day'
import { created, docOf, goalDoc, planned, programmeDay, samplePlan } from '../vocabulary/preparing'
import { linesOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

type Declare = CallIn<'programme', 'declareGoal'>

let today: Day
beforeAll(async () => {
  today = await programmeDay()
  await created(today)
  await planned(today, samplePlan(today))
})
afterAll(() => today.stop())
beforeEach(async () => {
  await change(today.cloud, 'rounds', today.roundId, { state: 'draft' })
})

const declaring = (more: Partial<Declare> = {}): Declare => ({
  roundId: today.roundId,
  goalId: `V01-${newId()
    .slice(0, 8)
    .replace(/[^A-Za-z0-9]/g, '0')}`,
  villageId: 'V01',
  title: '研学路线年接待 3000 人次',
  baseline: '1800',
  target: '3000',
  unit: '人次',
  revision: null,
  sendId: newId(),
  ...more,
})
const goal = (goalId: string) => docOf<GoalDoc>(today, 'goals', `${today.roundId}:${goalId}`)
async function declared(more: Partial<Declare> = {}): Promise<{ goalId: string; revision: number }> {
  const send = declaring(more)
  return { goalId: send.goalId, ...(await today.officer.does('programme', 'declareGoal', send)) }
}
const approving = ({ goalId, revision }: { goalId: string; revision: number }, difficulty = 0.9) => ({
  roundId: today.roundId,
  villageId: 'V01',
  goals: [{ goalId, revision, difficulty }],
  sendId: newId(),
})
const code = async (
  person: Person,
  action: 'approveGoals' | 'returnGoal' | 'declareGoal' | 'removeGoal',
  payload: unknown,
) => {
  const answer = await person.sends('programme', { action, payload })
  return answer.ok ? 'ok' : answer.error.code
}

describe('whose village, and whose goal', () => {
  test('an officer for their own village alone; a town’s officer for the town’s', async () => {
    expect(await code(today.officer, 'declareGoal', declaring({ villageId: 'V02' }))).toBe('outOfScope')
    expect(await code(today.officer, 'declareGoal', declaring({ villageId: 'V99' }))).toBe('outOfScope')
    const { _id, roles } = today.dump('members').find(({ memberId }) => memberId === 'M05')!
    await change(today.cloud, 'members', String(_id), { roles: [{ role: 'officer', scope: '云溪镇' }] })
    expect(await code(today.officer, 'declareGoal', declaring())).toBe('ok')
    await change(today.cloud, 'members', String(_id), { roles })
  })

  test('not who declared it, nor an inspector who is recused there', async () => {
    const send = declaring()
    const { revision } = await today.administrator.does('programme', 'declareGoal', send)
    const own = { goalId: send.goalId, revision }
    expect(await code(today.administrator, 'approveGoals', approving(own))).toBe('ownEntry')
    const back = { roundId: today.roundId, ...own, reason: '再想想', sendId: newId() }
    expect(await code(today.administrator, 'returnGoal', back)).toBe('ownEntry')
    expect(await code(today.inspector('I02'), 'approveGoals', approving(own))).toBe('recused')
    expect(await code(today.inspector('I12'), 'approveGoals', approving(own))).toBe('notAllowed')
    expect(await code(today.inspector('I01'), 'approveGoals', approving(own))).toBe('ok')
  })

  test('what each is shown, and may do with it', async () => {
    today.cloud.seed('goals', [goalDoc(today.roundId, { ...today.file.goals[0]!, id: 'V02-Z', villageId: 'V02' })])
    const shown = (person: Person) => person.does('programme', 'goals', { roundId: today.roundId })
    const villages = async (person: Person) => (await shown(person)).villages.map(({ id }) => id)
    expect(await villages(today.officer)).toEqual(['V01'])
    expect(await villages(today.inspector('I01'))).toEqual(['V01', 'V04', 'V05', 'V06', 'V07', 'V08'])
    expect(await villages(today.administrator)).toHaveLength(8)
    const { goals, goalFull } = await shown(today.administrator)
    expect(goalFull).toBe(10)
    expect(goals.find(({ id }) => id === 'V02-Z')).toMatchObject({ state: 'approved', mayDecide: true, mayEdit: true })
    const mine = (await shown(today.officer)).goals
    expect(mine.every(({ mayDecide, mayEdit, villageId }) => !mayDecide && mayEdit && villageId === 'V01')).toBe(true)
  })
})

describe('a goal’s way', () => {
  test('declared, approved with its difficulty, changed and so to be approved again, returned with a reason', async () => {
    const { goalId, revision } = await declared()
    expect(goal(goalId)).toMatchObject({
      state: 'declared',
      full: 10,
      step: 0.5,
      difficulty: null,
      declaredBy: 'M05',
      decidedBy: null,
    })
    await today.administrator.does('programme', 'approveGoals', approving({ goalId, revision }))
    expect(goal(goalId)).toMatchObject({ state: 'approved', difficulty: 0.9, decidedBy: 'M01', revision: revision + 1 })
    await today.officer.does(
      'programme',
      'declareGoal',
      declaring({ goalId, title: '接待 3500 人次', revision: revision + 1 }),
    )
    expect(goal(goalId)).toMatchObject({ state: 'declared', title: '接待 3500 人次', difficulty: 0.9, decidedBy: null })
    const back = { roundId: today.roundId, goalId, revision: revision + 2, reason: '请写清楚怎么数', sendId: newId() }
    await today.administrator.does('programme', 'returnGoal', back)
    expect(goal(goalId)).toMatchObject({ state: 'returned', reason: '请写清楚怎么数', decidedByName: '王敏' })
    expect(linesOf(today, 'returnGoal')).toContainEqual(
      expect.objectContaining({ on: goalId, reason: '请写清楚怎么数' }),
    )
    await today.officer.does('programme', 'removeGoal', {
      roundId: today.roundId,
      goalId,
      revision: revision + 3,
      sendId: newId(),
    })
    expect(goal(goalId)).toBeUndefined()
  })

  test('one village’s at once: all or none', async () => {
    const [one, other] = [await declared(), await declared()]
    const send = {
      ...approving(one),
      goals: [
        { ...one, difficulty: 1 },
        { ...other, revision: other.revision - 1, difficulty: 1 },
      ],
    }
    expect(await code(today.administrator, 'approveGoals', send)).toBe('changed')
    expect(goal(one.goalId)!.state).toBe('declared')
    const right = {
      ...send,
      goals: [
        { ...one, difficulty: 1 },
        { ...other, difficulty: 0.8 },
      ],
    }
    expect(await today.administrator.does('programme', 'approveGoals', right)).toEqual({ approved: 2 })
    expect([goal(one.goalId)!.difficulty, goal(other.goalId)!.difficulty]).toEqual([1, 0.8])
  })

  test('refused: a difficulty finer than two decimals, one goal twice, another village’s, an indicator’s id', async () => {
    const one = await declared()
    expect(await code(today.administrator, 'approveGoals', approving(one, 0.855))).toBe('invalid')
    const twice = {
      ...approving(one),
      goals: [
        { ...one, difficulty: 1 },
        { ...one, difficulty: 0.8 },
      ],
    }
    expect(await code(today.administrator, 'approveGoals', twice)).toBe('invalid')
    expect(await code(today.administrator, 'approveGoals', { ...approving(one), villageId: 'V02' })).toBe('notFound')
    expect(await code(today.officer, 'declareGoal', declaring({ goalId: 'C01' }))).toBe('invalid')
    const taken = declaring({ goalId: one.goalId, villageId: 'V02', revision: one.revision })
    expect(await code(today.administrator, 'declareGoal', taken)).toBe('invalid')
    expect(goal(one.goalId)).toMatchObject({ state: 'declared', villageId: 'V01' })
  })
})

describe('sent again, and by two at once', () => {
  test('each send again answers as the first time and writes nothing', async () => {
    const send = declaring()
    const first = await today.officer.does('programme', 'declareGoal', send)
    const approve = approving({ goalId: send.goalId, ...first })
    const steps: [() => Promise<unknown>, string][] = [
      [() => today.officer.does('programme', 'declareGoal', send), 'declared'],
      [() => today.administrator.does('programme', 'approveGoals', approve), 'approved'],
    ]
    for (const [step, state] of steps) {
      const answer = await step()
      const before = stored(today.cloud)
      expect(await step()).toEqual(answer)
      expect(stored(today.cloud)).toEqual(before)
      expect(goal(send.goalId)!.state).toBe(state)
    }
    const remove = {
      roundId: today.roundId,
      goalId: send.goalId,
      revision: goal(send.goalId)!.revision,
      sendId: newId(),
    }
    await today.officer.does('programme', 'removeGoal', remove)
    const before = stored(today.cloud)
    expect(await today.officer.does('programme', 'removeGoal', remove)).toEqual({ removed: true })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('two change one goal: one stands, the other is shown both versions', async () => {
    const { goalId, revision } = await declared()
    const answers = await Promise.all([
      today.officer.asks('programme', 'declareGoal', declaring({ goalId, revision, title: '甲的写法' })),
      today.administrator.asks('programme', 'declareGoal', declaring({ goalId, revision, title: '乙的写法' })),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { title } = goal(goalId)!
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: {
        code: 'changed',
        details: { yours: { title: title === '甲的写法' ? '乙的写法' : '甲的写法' }, now: { title } },
      },
    })
  })

  test('many villages’ people at once: nothing of any is lost', async () => {
    const sends = Array.from({ length: 8 }, () => declaring())
    const answers = await Promise.all(sends.map((send) => today.officer.asks('programme', 'declareGoal', send)))
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    for (const { goalId } of sends) expect(goal(goalId)).toBeDefined()
  })

  test('one that was removed and declared anew is not taken for the former by a send that comes late', async () => {
    const former = await declared()
    const remove = { roundId: today.roundId, ...former, sendId: newId() }
    await today.officer.does('programme', 'removeGoal', remove)
    await declared({ goalId: former.goalId })
    expect(await code(today.officer, 'removeGoal', remove)).toBe('changed')
    expect(await code(today.administrator, 'approveGoals', approving(former))).toBe('changed')
  })
})

test('requests, the audit’s line included', async () => {
  const send = declaring()
  const declare = await today.cloud.requests.during(() => today.officer.does('programme', 'declareGoal', send))
  const { revision } = goal(send.goalId)!
  const approve = await today.cloud.requests.during(() =>
    today.administrator.does('programme', 'approveGoals', approving({ goalId: send.goalId, revision })),
  )
  const read = await today.cloud.requests.during(() =>
    today.officer.does('programme', 'goals', { roundId: today.roundId }),
  )
  expect({ declare, approve, read }).toEqual({ declare: 10, approve: 10, read: 4 })
})
