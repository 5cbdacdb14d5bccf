import type { BurstDoc, RoundDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import { surveyOpensAt } from '../../src/domain/survey-window'
import { emptyRound } from '../../tools/seed/stored-round'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import {
  complete,
  created,
  creating,
  docOf,
  handIn,
  missingOf,
  planned,
  preparationFor,
  programmeDay,
  readied,
  samplePlan,
  tries,
} from '../vocabulary/preparing'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, stored, uploadedPhoto } from '../vocabulary/stored'

let today: Day
beforeEach(async () => {
  today = await programmeDay()
})
afterEach(() => today.stop())

const gateOf = (roundId = today.roundId) => docOf<SecretDoc>(today, 'secrets', roundId)
const setRound = (data: object, roundId = today.roundId) => change(today.cloud, 'rounds', roundId, data)
const revisionOf = (roundId = today.roundId) => docOf<RoundDoc>(today, 'rounds', roundId)!.revision
const readySend = (roundId = today.roundId) => ({ roundId, revision: revisionOf(roundId), sendId: newId() })

describe('round.create', () => {
  test('a draft by a published scheme, with nothing in it yet; the same send again is the same', async () => {
    const send = creating(today)
    expect(await today.administrator.does('round', 'create', send)).toEqual({
      round: { id: '2024-2', number: 2, day: send.day, state: 'draft', rehearsal: false },
    })
    const before = stored(today.cloud)
    await today.administrator.does('round', 'create', send)
    expect(stored(today.cloud)).toEqual(before)
    expect(roundOf(today)).toMatchObject({ scheme: today.file.scheme, stops: [], panel: [], proposals: [] })
    expect(linesOf(today, 'create')).toEqual([
      expect.objectContaining({
        on: '2024-2',
        after: { state: 'draft', number: 2, day: send.day, scheme: send.scheme },
      }),
    ])
  })

  test('not under an id, or with a number, that another round has; not by a draft of a scheme; not on no day', async () => {
    await created(today)
    expect(await tries(today.administrator, 'create', creating(today, { number: 3 }))).toBe('inUse')
    expect(await tries(today.administrator, 'create', creating(today, { roundId: '2025-1' }))).toBe('inUse')
    const other = { roundId: '2025-1', number: 3 }
    expect(await tries(today.administrator, 'create', creating(today, { ...other, day: '2026-02-29' }))).toBe('invalid')
    const scheme = { id: 'pilot-2024', version: 9 }
    expect(await tries(today.administrator, 'create', creating(today, { ...other, scheme }))).toBe('notFound')
    await change(today.cloud, 'schemes', 'pilot-2024:1', { state: 'draft' })
    expect(await tries(today.administrator, 'create', creating(today, other))).toBe('notFound')
    expect(today.dump('rounds')).toHaveLength(1)
  })

  test.each(['2025-1-x7', 'a'.repeat(25)])(
    '%s is no id of a round: its rehearsal could not be called after it',
    async (roundId) => {
      expect(await tries(today.administrator, 'create', creating(today, { roundId }))).toBe('invalid')
    },
  )

  test('two with one number at once, under two ids: one stands', async () => {
    const codes = await Promise.all(
      ['a', 'b', 'c'].map((roundId, n) =>
        tries(n % 2 ? today.secondAdministrator : today.administrator, 'create', creating(today, { roundId })),
      ),
    )
    expect(codes.sort()).toEqual(['inUse', 'inUse', 'ok'])
    expect(today.dump('rounds')).toHaveLength(1)
  })
})

describe('round.plan', () => {
  test('kept whole, with recusals derived; answered with the checklist', async () => {
    await created(today)
    const preparation = await planned(today)
    expect(preparation.plan).toEqual(samplePlan(today))
    const { stops, villages, panel } = roundOf(today)
    expect(stops).toEqual(today.file.stops)
    expect(villages).toEqual(today.file.villages)
    expect(panel.map(({ recusedBecause: _, ...inspector }) => inspector)).toEqual(today.file.panel)
    expect(panel[0]!.recusedBecause).toEqual({ V02: '与您同区', V03: '与您同区' })
    expect(missingOf(preparation).map((line) => line.split(':')[0])).toEqual(['goals', 'measurements'])
    expect(preparation.inspectors.find(({ memberId }) => memberId === 'I01')).toEqual({
      memberId: 'I01',
      name: '周明远',
      districtId: 'D-EAST',
      onPanel: true,
      bound: true,
      recused: [
        { villageId: 'V02', because: '同区' },
        { villageId: 'V03', because: '同区' },
      ],
    })
    expect(preparation.inspectors.filter(({ onPanel }) => !onPanel).map(({ memberId }) => memberId)).toEqual([
      'I12',
      'I13',
    ])
  })

  test('what is not in it is no more; half a plan is kept too', async () => {
    await created(today)
    await planned(today)
    const half = samplePlan(today, { stops: [], panel: [], notApplicable: [], notApplicableDecided: false })
    expect((await planned(today, half)).plan).toEqual(half)
    expect(roundOf(today)).toMatchObject({ villages: [], panel: [] })
  })

  test('somebody responsible for a village is recused there, with the duty', async () => {
    const village = docOf<{ responsibilities: object[] }>(today, 'villages', 'V01')!
    const [first, ...others] = village.responsibilities
    await change(today.cloud, 'villages', 'V01', { responsibilities: [{ ...first, memberId: 'I12' }, ...others] })
    await created(today)
    await planned(today, samplePlan(today, { panel: ['I12'] }))
    const { recusedBecause } = roundOf(today).panel[0]!
    expect(recusedBecause).toEqual({ V01: '您负责联系这个村（区委组织部部长）' })
  })

  test('two plan at once: one stands, the other sees both versions; the same send again answers as it did', async () => {
    const { roundId } = await created(today)
    const base = { roundId, revision: revisionOf() }
    const one = { ...base, plan: samplePlan(today, { panel: ['I01'] }), sendId: newId() }
    const other = { ...base, plan: samplePlan(today, { panel: ['I02'] }), sendId: newId() }
    const answers = await Promise.all([
      today.administrator.asks('round', 'plan', one),
      today.secondAdministrator.asks('round', 'plan', other),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const [won, lost] = answers[0]!.ok ? [one, other] : [other, one]
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: {
        code: 'changed',
        details: { yours: { panel: lost.plan.panel }, now: { plan: { panel: won.plan.panel } } },
      },
    })
    const before = stored(today.cloud)
    const who = won === one ? today.administrator : today.secondAdministrator
    expect((await who.does('round', 'plan', won)).preparation.plan).toEqual(won.plan)
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('round.ready: from the sample’s goals, facts and plan to the sample’s round', () => {
  test('the same document as the sample’s, but for what only the seed says', async () => {
    const round = await readied(today)
    const { rounds, secrets, bursts } = emptyRound(today.file, {
      day: round.day,
      state: 'ready',
      now: Date.now(),
    }) as unknown as { rounds: RoundDoc[]; secrets: SecretDoc[]; bursts: BurstDoc[] }
    const { revision: _r, moved, plannedBy, notApplicableDecided, ...ready } = round
    const { revision: _s, cardPrints: _c, ...seeded } = rounds[0]!
    const byId = <T extends { id: string }>(items: T[]) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
    const byGoal = ({ promises = [] }: Pick<RoundDoc, 'promises'>) =>
      [...promises].sort((a, b) => (a.goalId < b.goalId ? -1 : 1))
    expect({ ...ready, goals: byId(ready.goals), promises: byGoal(ready) }).toEqual({
      ...seeded,
      goals: byId(seeded.goals),
      promises: byGoal(seeded),
      panel: ready.panel,
      cardPrints: [],
    })
    expect([moved!.to, plannedBy, notApplicableDecided]).toEqual(['ready', expect.any(String), true])
    const { secret, ...gate } = gateOf()!
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    const { secret: _, ...seededGate } = secrets[0]!
    expect(gate).toEqual(seededGate)
    expect(gate.opensAt).toBe(surveyOpensAt(round.day, 3))
    expect(today.dump('bursts')).toEqual(bursts)
    expect(linesOf(today, 'ready')).toEqual([expect.objectContaining({ before: 'draft', after: 'ready' })])
  })

  test('the same send again, its answer lost, answers as the first time and writes nothing; anybody else is told', async () => {
    await complete(today)
    const send = readySend()
    today.cloud.faults.inject({ on: 'database.commitTransaction', what: 'drop' })
    const first = await today.administrator.asks('round', 'ready', send)
    today.cloud.faults.clear()
    expect(first.ok || first.error.code === 'tryAgain').toBe(true)
    await today.administrator.does('round', 'ready', send)
    const before = stored(today.cloud)
    expect(await today.administrator.does('round', 'ready', send)).toMatchObject({ round: { state: 'ready' } })
    expect(await tries(today.secondAdministrator, 'ready', readySend())).toBe('wrongState')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('every villager’s code opens the survey only from its window on', async () => {
    await readied(today)
    const enter = () => today.villager(1).does('member', 'enter', { code: 'v=V01', scene: 1047 })
    expect(await enter()).toMatchObject({ go: 'surveyClosed', reason: 'notOpen', opensAt: gateOf()!.opensAt })
    await change(today.cloud, 'secrets', today.roundId, { opensAt: Date.now() - 1 })
    expect(await enter()).toMatchObject({ go: 'survey', form: { roundId: today.roundId } })
  })

  test('a burst is counted where *ready* prepared it', async () => {
    await readied(today)
    await change(today.cloud, 'secrets', today.roundId, { opensAt: Date.now() - 1 })
    const answers = Object.fromEntries(today.file.scheme.survey.items.map(({ id }) => [id, 1]))
    await today.villager(1).does('survey', 'answer', {
      roundId: today.roundId,
      villageId: 'V01',
      key: 'ab'.repeat(16),
      scene: 1047,
      answers,
      seconds: 60,
      adult: true,
    } as never)
    const burst = docOf<BurstDoc>(today, 'bursts', `${today.roundId}:V01`)!
    expect(Object.values(burst.minutes)).toEqual([1])
  })
})

describe('round.ready: refused with every line that is missing, and nothing is left behind', () => {
  const refusedFor = async () => {
    const before = stored(today.cloud)
    const answer = await today.administrator.asks('round', 'ready', readySend())
    expect(answer).toMatchObject({ error: { code: 'notReady' } })
    expect(stored(today.cloud)).toEqual(before)
    const { lines } = (answer as unknown as { error: { details: { lines: { code: string; waitsFor: string }[] } } })
      .error.details
    // The page says the same before anybody presses.
    expect((await preparationFor(today)).checklist.filter(({ state }) => state === 'missing')).toEqual(lines)
    return lines.map(({ code }) => code)
  }
  const setGoal = (id: string, data: object) => change(today.cloud, 'goals', `${today.roundId}:${id}`, data)
  const setFact = (id: string, data: object) => change(today.cloud, 'measurements', `${today.roundId}:${id}`, data)

  test('a draft with nothing in it', async () => {
    await created(today)
    expect(await refusedFor()).toEqual(['stops'])
  })

  test('a goal that waits, a fact unchecked, not-applicable undecided: each with whom it waits for', async () => {
    await complete(today)
    await setGoal('V01-G1', { state: 'declared' })
    await setFact('V01:C03', { checkedBy: null })
    await planned(today, samplePlan(today, { notApplicableDecided: false }))
    expect(await refusedFor()).toEqual(['goals', 'notApplicable', 'measurements'])
    const { checklist } = await preparationFor(today)
    expect(checklist.find(({ code }) => code === 'goals')).toMatchObject({
      text: '云溪村有 1 条示范目标等批准',
      waitsFor: expect.stringContaining('申报人自己不能批'),
      villageIds: ['V01'],
    })
  })

  test('a village without goals waits for its officer by name', async () => {
    await created(today)
    handIn(today)
    await planned(today)
    const goals = today.cloud.sdk().database().collection('goals')
    for (const { id } of today.file.goals.filter(({ villageId }) => villageId === 'V01'))
      await goals.doc(`${today.roundId}:${id}`).remove({})
    expect(await refusedFor()).toEqual(['goals'])
    const { checklist } = await preparationFor(today)
    expect(checklist.find(({ code }) => code === 'goals')).toMatchObject({ waitsFor: '黄德明', villageIds: ['V01'] })
  })

  test.each([
    ['one village', { stops: [{ villageId: 'V01', arrive: '08:00', depart: '08:45' }] }, ['stops']],
    ['a panel too small', { panel: ['I01', 'I02'] }, ['inspectors', 'shared']],
    ['a day that is past', { day: '2025-01-06' }, ['day']],
  ])('%s', async (_, more, codes) => {
    await complete(today)
    await planned(today, samplePlan(today, more))
    const found = await refusedFor()
    expect(found).toEqual(expect.arrayContaining(codes))
  })

  test('a panel member who was revoked since', async () => {
    await complete(today)
    const { _id } = today.dump('members').find(({ memberId }) => memberId === 'I01')!
    await change(today.cloud, 'members', String(_id), { revoked: true })
    expect(await refusedFor()).toContain('inspectors')
  })

  test('warnings keep nothing back: too little time for the road, no phone yet, nobody responsible, unequal districts', async () => {
    await complete(today)
    const { _id } = today.dump('members').find(({ memberId }) => memberId === 'I01')!
    await change(today.cloud, 'members', String(_id), { boundAt: null })
    await change(today.cloud, 'villages', 'V03', { responsibilities: [] })
    const { checklist } = await preparationFor(today)
    expect(checklist.filter(({ state }) => state === 'warning').map(({ code }) => code)).toEqual([
      'drive',
      'unevenDistricts',
      'unbound',
      'responsibility',
    ])
    expect(await tries(today.administrator, 'ready', readySend())).toBe('ok')
  })

  test('what the round does not ask for is frozen into nothing: a village off the route, a fact that does not apply', async () => {
    await complete(today)
    const off = samplePlan(today, {
      stops: samplePlan(today).stops.filter(({ villageId }) => villageId !== 'V08'),
      notApplicable: [...today.file.notApplicable, { villageId: 'V01', indicatorId: 'C03' }],
    })
    await planned(today, off)
    await setGoal('V08-G1', { state: 'declared' })
    await setFact('V01:C03', { checkedBy: null })
    expect(await tries(today.administrator, 'ready', readySend())).toBe('ok')
    const round = roundOf(today)
    expect(round.goals.some(({ villageId }) => villageId === 'V08')).toBe(false)
    expect(round.villages).toHaveLength(7)
  })
})

test('goals declared under a former version of the scheme are worth what the round’s version says', async () => {
  await complete(today)
  await change(today.cloud, 'rounds', today.roundId, { settings: { goalFull: 20, goalStep: 1 } })
  expect(await tries(today.administrator, 'ready', readySend())).toBe('ok')
  const { goals } = roundOf(today)
  expect(goals).toHaveLength(24)
  expect(new Set(goals.map(({ full, step }) => `${full}/${step}`))).toEqual(new Set(['20/1']))
})

describe('round.ready: at once with something else', () => {
  test('pressed twice by two: it is ready once, with one gate', async () => {
    await complete(today)
    const revision = revisionOf()
    const send = () => ({ roundId: today.roundId, revision, sendId: newId() })
    const codes = await Promise.all([
      tries(today.administrator, 'ready', send()),
      tries(today.secondAdministrator, 'ready', send()),
    ])
    expect(codes.sort()).toEqual(['ok', 'wrongState'])
    expect(today.dump('secrets')).toHaveLength(1)
    expect(linesOf(today, 'ready')).toHaveLength(1)
  })

  test('beside a plan: either the plan is in it, or the plan is refused', async () => {
    await complete(today)
    const revision = revisionOf()
    const plan = samplePlan(today, { panel: samplePlan(today).panel.slice(0, 10) })
    const [ready, planning] = await Promise.all([
      tries(today.administrator, 'ready', { roundId: today.roundId, revision, sendId: newId() }),
      tries(today.secondAdministrator, 'plan', { roundId: today.roundId, plan, revision, sendId: newId() }),
    ])
    expect([ready, planning].filter((code) => code === 'ok')).toHaveLength(1)
    expect(roundOf(today).panel).toHaveLength(ready === 'ok' ? 11 : 10)
    expect(roundOf(today).state).toBe(ready === 'ok' ? 'ready' : 'draft')
  })

  test('beside goals that are changed: none is changed that the ready round did not see', async () => {
    await complete(today)
    const goals = today.file.goals.slice(0, 6)
    const [ready, ...changes] = await Promise.all([
      tries(today.administrator, 'ready', readySend()),
      ...goals.map(({ id, villageId }) =>
        today.secondAdministrator.asks('programme', 'declareGoal', {
          roundId: today.roundId,
          goalId: id,
          villageId,
          title: '改过的目标',
          baseline: '',
          target: '',
          unit: '',
          revision: 1,
          sendId: newId(),
        }),
      ),
    ])
    const changed = changes.filter(({ ok }) => ok).length
    expect(ready === 'ok' ? changed : 0).toBe(0)
    const waiting = today.dump('goals').filter(({ state }) => state === 'declared').length
    expect(waiting).toBe(changed)
    expect(roundOf(today).state).toBe(ready === 'ok' ? 'ready' : 'draft')
  })

  test('two real rounds at once: exactly one', async () => {
    await complete(today)
    await complete(today, { roundId: '2025-1', number: 3 })
    const codes = await Promise.all([
      tries(today.administrator, 'ready', readySend()),
      tries(today.secondAdministrator, 'ready', readySend('2025-1')),
    ])
    expect(codes.sort()).toEqual(['ok', 'otherRound'])
    expect(today.dump('rounds').filter(({ state }) => state === 'ready')).toHaveLength(1)
    expect(today.dump('secrets')).toHaveLength(1)
    expect(
      (await preparationFor(today, today.dump('rounds').find(({ state }) => state === 'draft')!._id as string))
        .checklist,
    ).toContainEqual(expect.objectContaining({ code: 'otherRound', state: 'missing' }))
  })
})

describe('round.backToDraft', () => {
  const back = (revision = revisionOf()) => ({ roundId: today.roundId, revision, sendId: newId() })

  test('the gate goes, goals and facts stay; ready again it has another secret', async () => {
    await readied(today)
    const former = gateOf()!.secret
    const goals = today.dump('goals')
    await today.administrator.does('round', 'backToDraft', back())
    expect(roundOf(today)).toMatchObject({ state: 'draft', goals: [], promises: [] })
    expect(gateOf()).toBeUndefined()
    expect(today.dump('goals')).toEqual(goals)
    expect(missingOf(await preparationFor(today))).toEqual([])
    await today.administrator.does('round', 'ready', readySend())
    expect(gateOf()!.secret).not.toBe(former)
    expect(linesOf(today, 'backToDraft')).toEqual([
      expect.objectContaining({ before: 'ready', after: { state: 'draft' } }),
    ])
  })

  test('household cards printed meanwhile are ended, however it is cut off; the audit says how many', async () => {
    await readied(today)
    const print = { roundId: today.roundId, villageId: 'V01', sendId: newId(), count: 5 }
    await today.administrator.does('round', 'printCards', print)
    expect(today.dump('cards')).toHaveLength(5)
    const send = back()
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'cards', what: 'conflict', times: 20 })
    expect(await tries(today.administrator, 'backToDraft', send)).toBe('tryAgain')
    today.cloud.faults.clear()
    expect(roundOf(today).state).toBe('draft')
    await today.administrator.does('round', 'ready', readySend())
    expect(today.dump('cards')).toEqual([])
    expect(roundOf(today).cardPrints).toEqual([])
  })

  test('the audit names the cards that were ended', async () => {
    await readied(today)
    await today.administrator.does('round', 'printCards', {
      roundId: today.roundId,
      villageId: 'V01',
      sendId: newId(),
      count: 3,
    })
    await today.administrator.does('round', 'backToDraft', back())
    expect(linesOf(today, 'backToDraft')[0]).toMatchObject({ after: { state: 'draft', endedCards: 3 } })
    expect(today.dump('cards')).toEqual([])
  })

  test('not once the survey is open; not as somebody saw it before', async () => {
    await readied(today)
    expect(await tries(today.administrator, 'backToDraft', back(revisionOf() - 1))).toBe('changed')
    await change(today.cloud, 'secrets', today.roundId, { opensAt: Date.now() - 1 })
    expect(await tries(today.administrator, 'backToDraft', back())).toBe('surveyOpen')
    expect(gateOf()).toBeDefined()
  })

  test('the same send again is done; one that wandered about until it was ready again is refused', async () => {
    await readied(today)
    const send = back()
    await today.administrator.does('round', 'backToDraft', send)
    const before = stored(today.cloud)
    await today.administrator.does('round', 'backToDraft', send)
    expect(stored(today.cloud)).toEqual(before)
    await today.administrator.does('round', 'ready', readySend())
    expect(await tries(today.administrator, 'backToDraft', send)).toBe('changed')
    expect(roundOf(today).state).toBe('ready')
  })
})

describe('round.removeDraft', () => {
  const remove = (revision = revisionOf()) => ({ roundId: today.roundId, revision, sendId: newId() })

  test('with its goals, facts and photos; the programme stays; again is harmless', async () => {
    const before = stored(today.cloud)
    await complete(today)
    const fileId = (
      await today.cloud
        .sdk()
        .uploadFile({ cloudPath: `photos/${today.roundId}/${'p'.repeat(21)}.jpg`, fileContent: Buffer.from('x') })
    ).fileID
    const photo = { roundId: today.roundId, villageId: 'V01', photoId: 'p'.repeat(21), fileId, bytes: 1 }
    await today.officer.does('programme', 'evidencePhoto', photo)
    const send = remove()
    await today.administrator.does('round', 'removeDraft', send)
    await today.administrator.does('round', 'removeDraft', send)
    const { audits, programme, ...left } = stored(today.cloud)
    const { audits: _, programme: __, ...was } = before
    expect(left).toEqual(was)
    expect((audits as { action: string }[]).map(({ action }) => action).sort()).toEqual([
      'create',
      'evidencePhoto',
      'plan',
      'removeDraft',
    ])
    await expect(today.cloud.sdk().downloadFile({ fileID: fileId })).rejects.toThrow()
  })

  test('with photos of its facts that were uploaded and never told of', async () => {
    const files = today.storage()
    await created(today)
    await planned(today)
    const photoId = newId()
    await uploadedPhoto(today.cloud, today.roundId, photoId)
    const fact = { indicatorId: 'C03', value: 80, evidence: '公示栏', photos: [photoId], revision: null }
    const about = { roundId: today.roundId, villageId: 'V01', sendId: newId() }
    await today.administrator.does('programme', 'enterMeasurement', { ...about, ...fact })
    await today.administrator.does('round', 'removeDraft', remove())
    expect(today.storage()).toEqual(files)
  })

  test('cut off in between, the same call, or a new draft of that id, removes the rest', async () => {
    const files = today.storage()
    await complete(today)
    const photoId = newId()
    const fileId = await uploadedPhoto(today.cloud, today.roundId, photoId)
    const photo = { roundId: today.roundId, villageId: 'V01', photoId, fileId, bytes: 1 }
    await today.administrator.does('programme', 'evidencePhoto', photo)
    today.cloud.faults.inject({ on: 'storage.batchDeleteFile', what: 'drop' })
    expect(await tries(today.administrator, 'removeDraft', remove())).toBe('tryAgain')
    today.cloud.faults.clear()
    await created(today)
    expect(today.storage()).toEqual(files)
    handIn(today)
    today.cloud.faults.inject({
      on: 'database.removeDocument',
      collection: 'measurements',
      what: 'conflict',
      times: 20,
    })
    expect(await tries(today.administrator, 'removeDraft', remove())).toBe('tryAgain')
    today.cloud.faults.clear()
    expect(today.dump('rounds')).toEqual([])
    expect(today.dump('measurements').length).toBeGreaterThan(0)
    await created(today)
    expect([today.dump('goals'), today.dump('measurements')]).toEqual([[], []])
  })

  test('not one that was begun anew since', async () => {
    await created(today)
    const send = remove()
    await today.administrator.does('round', 'removeDraft', send)
    await created(today)
    expect(await tries(today.administrator, 'removeDraft', send)).toBe('changed')
    expect(today.dump('rounds')).toHaveLength(1)
  })
})

describe('round.archive', () => {
  test('announced becomes archived, once; the same send again answers as the first time', async () => {
    await readied(today)
    await setRound({ state: 'announced' })
    const send = { roundId: today.roundId, sendId: newId() }
    expect(await today.administrator.does('round', 'archive', send)).toMatchObject({ round: { state: 'archived' } })
    const before = stored(today.cloud)
    await today.administrator.does('round', 'archive', send)
    expect(stored(today.cloud)).toEqual(before)
    expect(await codeOf(today, 'secondAdministrator', 'round', 'archive', { ...send, sendId: newId() })).toBe(
      'wrongState',
    )
  })
})

describe('reopening beside *ready*', () => {
  test('of a sealed round that is reopened and another that becomes ready, at once: exactly one is at hand', async () => {
    await today.stop()
    today = await day({ state: 'closed' })
    const { administrator, secondAdministrator, roundId } = today
    const seal = await administrator.does('round', 'seal', { roundId, sendId: newId() })
    await secondAdministrator.does('round', 'agree', { roundId, proposalId: seal.proposal!.id })
    for (let state = ''; state !== 'sealed'; )
      ({ state } = await administrator.does('round', 'seal', { roundId, sendId: newId() }))
    const next = await complete(today, { roundId: '2025-1', number: 3 })
    const send = { roundId, sendId: newId(), reason: '云溪村的数据录错了。' }
    const { proposal } = await administrator.does('round', 'reopen', send)
    const [ready, reopened] = await Promise.all([
      tries(administrator, 'ready', { roundId: '2025-1', revision: next.revision, sendId: newId() }),
      secondAdministrator.asks('round', 'agree', { roundId, proposalId: proposal.id }),
    ])
    const atHand = today.dump('rounds').filter(({ state }) => state === 'ready' || state === 'closed')
    expect(atHand).toHaveLength(1)
    expect([ready === 'ok', reopened.ok].filter(Boolean)).toHaveLength(1)
  })

  test('not ready while a reopened one is closed', async () => {
    await complete(today)
    await complete(today, { roundId: '2025-1', number: 3 })
    await setRound({ state: 'closed', reopened: { reason: '更正' } }, '2025-1')
    expect(await today.administrator.asks('round', 'ready', readySend())).toMatchObject({
      error: { code: 'otherRound', details: { number: 3 } },
    })
  })
})

test('requests, the audit’s line included', async () => {
  const cost = (work: () => Promise<unknown>) => today.cloud.requests.during(work)
  const send = creating(today)
  const figures = {
    create: await cost(() => today.administrator.does('round', 'create', send)),
    preparation: await cost(() => preparationFor(today)),
    plan: await cost(() =>
      today.administrator.does('round', 'plan', {
        roundId: today.roundId,
        plan: samplePlan(today),
        revision: revisionOf(),
        sendId: newId(),
      }),
    ),
    ready: 0,
    backToDraft: 0,
  }
  handIn(today)
  figures.ready = await cost(() => today.administrator.does('round', 'ready', readySend()))
  figures.backToDraft = await cost(() => today.administrator.does('round', 'backToDraft', readySend()))
  expect(figures).toEqual({ create: 34, preparation: 9, plan: 15, ready: 31, backToDraft: 12 })
})
