import type { MemberDoc, RoundDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import type { CallIn, CallOut } from '../../src/contract'
import type { Change } from '../../src/contract/round'
import { readRoundFile } from '../../src/domain/read-round-file'
import type { AuditEdition } from '../../src/domain/round-file'
import { shanghaiTime } from '../../src/domain/shanghai-clock'
import { newId, plainCard } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { linesOf, roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

type Send = CallIn<'round', 'changeDay'>
const HOUR = 3_600_000

let today: Day
const opened: Day[] = []
/** A day of its own for each group, so that the groups do not build on each other. */
async function fresh(options: Parameters<typeof day>[0] = {}) {
  today = await day({ state: 'running', ...options })
  opened.push(today)
}
afterAll(() => Promise.all(opened.map((one) => one.stop())))

const send = (what: Change, more: Partial<Send> = {}): Send => ({
  roundId: today.roundId,
  sendId: newId(),
  change: what,
  reason: '前方塌方，临时改线',
  preview: false,
  ...more,
})
const changes = (what: Change, more: Partial<Send> = {}, person: Person = today.administrator) =>
  person.does('round', 'changeDay', send(what, more))
const refusal = async (what: Change, more: Partial<Send> = {}) => {
  const answer = await today.administrator.asks('round', 'changeDay', send(what, more))
  return answer.ok ? 'ok' : answer.error
}
const plan = () => today.administrator.does('round', 'dayPlan', { roundId: today.roundId })
const skip = (villageId: string): Change => ({ kind: 'skip', villageId })
const gate = () => today.dump('secrets')[0] as unknown as SecretDoc
const windowOf = (villageId: string) => gate().villages.find(({ id }) => id === villageId)!.onsite
const routeOf = ({ stops }: RoundDoc) =>
  [...stops].sort((a, b) => a.order - b.order).map(({ villageId, state }) => `${villageId} ${state}`)
const move = { kind: 'move', villageId: 'V03', arrive: '08:50', depart: '09:30', order: 1 } as const
const inspectorWithoutPhone = (memberId: string): MemberDoc => ({
  _id: `unbound:${memberId}`,
  memberId,
  name: `评委${memberId}`,
  roles: [{ role: 'inspector', scope: 'city' }],
  districtId: null,
  boundAt: null,
  revoked: false,
})

describe('round.dayPlan and round.changeDay: what is refused', () => {
  beforeAll(() => fresh({ empty: true }))

  test('a round nobody knows; a change without a reason, or of a kind that does not exist', async () => {
    expect(await codeOf(today, 'administrator', 'round', 'dayPlan', { roundId: 'nowhere' })).toBe('notFound')
    for (const wrong of [
      { ...send(skip('V01')), reason: '' },
      { ...send(skip('V01')), change: { kind: 'cancel', villageId: 'V01' } },
      { ...send(skip('V01')), change: { ...skip('V01'), text: '我说了算' } },
    ])
      expect(await codeOf(today, 'administrator', 'round', 'changeDay', wrong)).toBe('invalid')
  })

  test.each([
    [skip('V99'), 'outOfScope'],
    [{ ...move, villageId: 'V99' }, 'outOfScope'],
    [{ ...move, arrive: '09:30', depart: '09:30' }, 'invalid'],
    [{ kind: 'absent', inspectorId: 'I99' }, 'notOnPanel'],
    [{ kind: 'substitute', inspectorId: 'I99', memberId: 'I12' }, 'notOnPanel'],
    [{ kind: 'substitute', inspectorId: 'I01', memberId: 'I02' }, 'invalid'],
    [{ kind: 'substitute', inspectorId: 'I01', memberId: 'M05' }, 'invalid'],
    [{ kind: 'substitute', inspectorId: 'I01', memberId: 'nobody' }, 'invalid'],
  ] as [Change, string][])('%j: %s, nothing written', async (what, code) => {
    const before = stored(today.cloud)
    expect(await refusal(what)).toMatchObject({ code })
    expect(await refusal(what, { preview: true })).toMatchObject({ code })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('round.dayPlan: the plan as it stands', () => {
  beforeAll(() => fresh())

  test('stops with cards in and who is eligible, the panel, who could step in', async () => {
    const { stops, panel, candidates, minInspectors, changes: log } = await plan()
    expect(stops.map(({ village }) => village.name)).toEqual(
      today.file.stops.map(({ villageId }) => today.file.villages.find(({ id }) => id === villageId)!.name),
    )
    const v08 = stops.find(({ village }) => village.id === 'V08')!
    // I04 and I11 are of its district; eight of the nine others have submitted.
    expect(v08).toMatchObject({ order: 8, state: 'planned', eligible: 9, cardsIn: 8 })
    expect(panel).toHaveLength(11)
    expect(panel[0]).toEqual({
      id: 'I01',
      name: '周明远',
      districtId: 'D-EAST',
      absentAt: null,
      recused: 2,
      cardsIn: 6,
    })
    expect(candidates).toEqual([
      { memberId: 'I12', name: '叶青', districtId: null },
      { memberId: 'I13', name: '程小红', districtId: 'D-DEV' },
    ])
    expect(minInspectors).toBe(3)
    expect(log).toEqual([])
  })

  test('no mark, no account; four database requests', async () => {
    const text = JSON.stringify(await plan())
    for (const word of ['"marks"', '"note"', '"phone"', '"total"', '"rank"', '"_id"', today.inspector('I12').openid])
      expect(text).not.toContain(word)
    expect(await today.cloud.requests.during(plan)).toBe(4)
  })

  test('a revoked inspector steps in for nobody', async () => {
    await change(today.cloud, 'members', today.inspector('I13').openid, { revoked: true })
    expect((await plan()).candidates.map(({ memberId }) => memberId)).toEqual(['I12'])
    expect(await refusal({ kind: 'substitute', inspectorId: 'I01', memberId: 'I13' })).toMatchObject({
      code: 'invalid',
    })
    await change(today.cloud, 'members', today.inspector('I13').openid, { revoked: false })
  })

  test('of more than two hundred inspectors the last one can step in too', async () => {
    const more = Array.from({ length: 210 }, (_, n) => inspectorWithoutPhone(`J${n + 100}`))
    today.cloud.seed('members', more)
    const { candidates } = await plan()
    expect(candidates.map(({ memberId }) => memberId)).toEqual(['I12', 'I13', ...more.map(({ memberId }) => memberId)])
    const last = candidates[candidates.length - 1]!
    const steppingIn: Change = { kind: 'substitute', inspectorId: 'I01', memberId: last.memberId }
    expect(await refusal(steppingIn, { preview: true })).toBe('ok')
  })
})

describe('round.changeDay: a preview says what the plan would lack, and writes nothing', () => {
  beforeAll(() => fresh({ empty: true }))

  test('an absence that leaves a village too few inspectors', async () => {
    const before = stored(today.cloud)
    // V01's nine: all but I02 and I09, who are of its district. Two are left.
    const gone = ['I01', 'I03', 'I04', 'I05', 'I06', 'I07', 'I08']
    const panel = roundOf(today).panel.map((one) => (gone.slice(1).includes(one.id) ? { ...one, absentAt: 1 } : one))
    await change(today.cloud, 'rounds', today.roundId, { panel })
    expect((await plan()).warnings.filter(({ code }) => code === 'tooFewInspectors')).toEqual([])

    const { plan: would, text } = await changes({ kind: 'absent', inspectorId: 'I01' }, { preview: true })
    expect(text).toBe('周明远缺席')
    expect(would.panel[0]!.absentAt).not.toBeNull()
    expect(would.changes).toEqual([])
    expect(would.warnings).toContainEqual({
      code: 'tooFewInspectors',
      villageIds: ['V01'],
      text: '云溪村能评的评委只有 2 位，规定至少 3 位',
    })
    expect(roundOf(today).panel[0]!.absentAt).toBeUndefined()

    // An absence is a fact: it is written all the same, and said again.
    const { plan: then } = await changes({ kind: 'absent', inspectorId: 'I01' })
    expect(then.warnings).toEqual(would.warnings)
    expect(roundOf(today).panel[0]!.absentAt).not.toBeNull()
    expect(
      Object.keys(before)
        .filter((name) => name !== 'rounds' && name !== 'audits')
        .map((name) => before[name]),
    ).toEqual(
      Object.entries(stored(today.cloud))
        .filter(([name]) => name !== 'rounds' && name !== 'audits')
        .map(([, docs]) => docs),
    )
  })
})

describe('round.changeDay: the road', () => {
  beforeAll(() => fresh({ empty: true }))

  test('a stop that is moved too near to the one before is told before it is moved; what stood so already is not', async () => {
    const [first, second] = roundOf(today).stops
    expect((await plan()).warnings.filter(({ code }) => code === 'drive')).toEqual([])
    const { villageId, order, depart } = second!
    const sooner = { kind: 'move', villageId, order, arrive: '08:50', depart } as const
    const { plan: would } = await changes(sooner, { preview: true })
    expect(would.warnings.filter(({ code }) => code === 'drive')).toEqual([
      {
        code: 'drive',
        villageIds: [first!.villageId, villageId],
        text: '云溪村到清港村只留了 5 分钟，按坐标估算路上要 35 分钟',
      },
    ])
    expect(roundOf(today).stops).toContainEqual(second)
  })
})

describe('round.changeDay: a stop is skipped and resumed', () => {
  beforeAll(() => fresh())

  test('told to everybody on the panel, kept with its reason, audited in words', async () => {
    const { sendId, ...what } = send(skip('V03'))
    const { plan: then, text } = await today.administrator.does('round', 'changeDay', { sendId, ...what })
    expect(text).toBe('取消金沙村')
    expect(then.stops.find(({ village }) => village.id === 'V03')!.state).toBe('skipped')
    const told = [
      { id: sendId, at: expect.any(Number), villageId: 'V03', text: '取消金沙村', reason: '前方塌方，临时改线' },
    ]
    expect(then.changes).toEqual(told)
    for (const id of ['I01', 'I02']) {
      const { changes: log, stops } = await today.inspector(id).does('round', 'today', { roundId: today.roundId })
      expect(log).toEqual(told)
      expect(stops.find(({ village }) => village.id === 'V03')!.state).toBe('skipped')
    }
    const place = { order: 3, villageId: 'V03', arrive: '10:20', depart: '11:05' }
    expect(linesOf(today, 'changeDay')).toEqual([
      expect.objectContaining({
        memberId: 'M01',
        on: 'V03',
        before: { ...place, state: 'visited' },
        after: { text: '取消金沙村', ...place, state: 'skipped' },
        reason: '前方塌方，临时改线',
      }),
    ])
  })

  test('nothing scored is lost, and nothing more is taken there', async () => {
    const cards = today.dump('scorecards').filter(({ villageId }) => villageId === 'V03')
    expect(cards.length).toBeGreaterThan(0)
    const at = { roundId: today.roundId, villageId: 'V03', at: Date.now() }
    expect(await today.inspector('I06').asks('scoring', 'arrive', at)).toMatchObject({
      error: { code: 'wrongState', details: { stop: 'skipped' } },
    })
    await changes({ kind: 'resume', villageId: 'V03' })
    expect(today.dump('scorecards').filter(({ villageId }) => villageId === 'V03')).toEqual(cards)
    expect(await today.inspector('I06').asks('scoring', 'arrive', at)).toMatchObject({ ok: true })
  })

  test('no code is shown at a skipped stop; resumed, the one on the phones is good again', async () => {
    const code = await today.inspector('I06').does('round', 'onsiteCode', { roundId: today.roundId, villageId: 'V05' })
    await changes(skip('V05'))
    expect(windowOf('V05')).toBeUndefined()
    await changes({ kind: 'resume', villageId: 'V05' })
    expect(
      await today.inspector('I06').does('round', 'onsiteCode', { roundId: today.roundId, villageId: 'V05' }),
    ).toEqual(code)
  })

  test('skipped already: done, and neither told nor audited a second time', async () => {
    await changes(skip('V05'))
    const before = stored(today.cloud)
    expect(await changes(skip('V05'))).toMatchObject({ text: '取消巧云村' })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('round.changeDay: a stop is moved', () => {
  beforeAll(() => fresh())

  test('the others close up; the code’s window goes along, the former code is as good as none', async () => {
    const ask = { roundId: today.roundId, villageId: 'V03' }
    const former = await today.inspector('I06').does('round', 'onsiteCode', ask)
    const { text } = await changes(move)
    expect(text).toBe('金沙村由第 3 站（10:20–11:05）改为第 1 站（08:50–09:30）')
    expect(routeOf(roundOf(today)).slice(0, 4)).toEqual(['V03 visited', 'V01 visited', 'V02 visited', 'V04 visited'])
    expect(roundOf(today).stops.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const { day: on } = roundOf(today)
    expect(windowOf('V03')).toEqual({
      from: shanghaiTime(on, '08:50') - HOUR,
      until: shanghaiTime(on, '09:30') + HOUR,
    })
    const { contentType, base64, ...code } = await today.inspector('I06').does('round', 'onsiteCode', ask)
    expect(code).toMatchObject(windowOf('V03')!)
    expect(code.scene).not.toBe(former.scene)
    const { stops } = await today.inspector('I06').does('round', 'today', { roundId: today.roundId })
    expect(stops[0]).toMatchObject({ order: 1, arrive: '08:50', depart: '09:30', onsite: code })
  })

  test('cards, arrivals, deductions, answers stay as they were', async () => {
    const kept = [
      'scorecards',
      'arrivals',
      'deductions',
      'findings',
      'highlights',
      'files',
      'answers',
      'ballots',
    ] as const
    const before = kept.map((name) => today.dump(name))
    for (const what of [skip('V01'), { ...move, order: 5 }, { kind: 'absent', inspectorId: 'I01' }] as Change[])
      await changes(what)
    await changes({ kind: 'substitute', inspectorId: 'I02', memberId: 'I12' })
    expect(kept.map((name) => today.dump(name))).toEqual(before)
  })
})

describe('round.changeDay: somebody steps in', () => {
  let answered: CallOut<'round', 'changeDay'>
  let before: number
  beforeAll(async () => {
    await fresh()
    before = Date.now()
    // I13 is of V05's district and answers for V08.
    const duty = { duty: 'liaison', title: '驻村工作队队长', name: '程小红', unit: '市直机关', memberId: 'I13' }
    await change(today.cloud, 'villages', 'V08', { responsibilities: [duty] })
    answered = await changes({ kind: 'substitute', inspectorId: 'I07', memberId: 'I13' })
  })

  test('recused where district or responsibilities say so; the other one is absent since now, their cards stay', () => {
    expect(answered.text).toBe('彭志强缺席，程小红接替')
    const { panel } = roundOf(today)
    expect(panel.find(({ id }) => id === 'I07')!.absentAt).toBeGreaterThanOrEqual(before)
    expect(panel.find(({ id }) => id === 'I13')).toEqual({
      id: 'I13',
      name: '程小红',
      districtId: 'D-DEV',
      recusedVillageIds: ['V05', 'V08'],
      recusedBecause: { V05: '与您同区', V08: '您负责联系这个村（驻村工作队队长）' },
    })
    expect(answered.plan.candidates.map(({ memberId }) => memberId)).toEqual(['I12'])
    expect(answered.plan.panel.find(({ id }) => id === 'I07')!.cardsIn).toBe(7)
    expect(linesOf(today, 'changeDay')).toEqual([
      expect.objectContaining({
        on: 'I07',
        before: { inspectorId: 'I07', absentAt: null, substitute: null },
        after: expect.objectContaining({
          text: '彭志强缺席，程小红接替',
          substitute: expect.objectContaining({ id: 'I13', recusedVillageIds: ['V05', 'V08'] }),
        }),
      }),
    ])
  })

  test('at once they have the day, arrive, save and submit; recused they do not', async () => {
    const newcomer = today.inspector('I13')
    const { roundId } = today
    const { stops } = await newcomer.does('round', 'today', { roundId })
    expect(stops.filter(({ recused }) => recused).map(({ village }) => village.id)).toEqual(['V05', 'V08'])
    const phone = 'phone-of-I13-00000000'
    const sent = { roundId, villageId: 'V01', phone, at: Date.now(), device: '华为 nova 9', waiting: 0 }
    await newcomer.does('scoring', 'arrive', { roundId, villageId: 'V01', at: Date.now() })
    const marks = plainCard(today.file, 'V01')
    const changed = Object.entries(marks).map(([itemId, seen]) => ({ itemId, ...seen, base: 0 }))
    const { saved } = await newcomer.does('scoring', 'saveMarks', { ...sent, sendId: newId(), changes: changed })
    expect(Object.keys(saved)).toHaveLength(changed.length)
    await newcomer.does('scoring', 'submit', { ...sent, sendId: newId(), seconds: 300, marks })
    const elsewhere = { roundId, villageId: 'V08', at: Date.now() }
    expect(await newcomer.asks('scoring', 'arrive', elsewhere)).toMatchObject({ error: { code: 'recused' } })
  })

  test('the absent one still has the day, and may come after all', async () => {
    expect(await today.inspector('I07').asks('round', 'today', { roundId: today.roundId })).toMatchObject({ ok: true })
    const { plan: then } = await changes({ kind: 'present', inspectorId: 'I07' })
    expect(then.panel.find(({ id }) => id === 'I07')!.absentAt).toBeNull()
    await changes({ kind: 'absent', inspectorId: 'I07' })
  })

  test('the sealed file holds both, the newcomer’s recusals, and the absent one’s cards; it is accepted', async () => {
    await today.administrator.does('round', 'close', { roundId: today.roundId, sendId: newId() })
    await change(today.cloud, 'rounds', today.roundId, { closedAt: Date.now() - 2 * HOUR })
    await sealed(today)
    const { fileId } = snapshotOf(today).files.audit
    const { fileContent } = await today.cloud.sdk().downloadFile({ fileID: fileId })
    const read = readRoundFile(new Uint8Array(fileContent as Buffer))
    if (!('round' in read)) throw new Error('the sealed file was refused')
    const { panel, scorecards } = read.round as AuditEdition
    expect(panel.map(({ id }) => id)).toEqual([...today.file.panel.map(({ id }) => id), 'I13'])
    expect(panel.find(({ id }) => id === 'I13')!.recusedVillageIds).toEqual(['V05', 'V08'])
    const count = (id: string) => scorecards.filter(({ inspectorId }) => inspectorId === id).length
    expect([count('I07'), count('I13')]).toEqual([7, 1])
  })
})

describe('round.changeDay: retries, faults and races', () => {
  beforeEach(() => fresh({ empty: true }))

  test('the same send again answers as the first time and writes nothing', async () => {
    const payload = send(move)
    const first = await today.administrator.does('round', 'changeDay', payload)
    const before = stored(today.cloud)
    const again = await today.administrator.does('round', 'changeDay', payload)
    expect({ ...again, plan: { ...again.plan, at: 0 } }).toEqual({ ...first, plan: { ...first.plan, at: 0 } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('closed before the answer came: the same send hears that it was done, a new one is refused', async () => {
    const payload = send(skip('V04'))
    await today.administrator.does('round', 'changeDay', payload)
    await today.administrator.does('round', 'close', { roundId: today.roundId, sendId: newId() })
    const before = stored(today.cloud)
    expect(await today.administrator.does('round', 'changeDay', payload)).toMatchObject({ text: '取消淳风村' })
    expect(await refusal(skip('V05'))).toMatchObject({ code: 'wrongState', details: { state: 'closed' } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('killed between round and gate: the former codes go on, and the same send brings the gate after', async () => {
    const former = windowOf('V03')
    const payload = send(move)
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'secrets', what: 'conflict' })
    expect(await today.administrator.asks('round', 'changeDay', payload)).toMatchObject({ error: { code: 'tryAgain' } })
    expect(roundOf(today).stops.find(({ villageId }) => villageId === 'V03')!.arrive).toBe('08:50')
    expect(windowOf('V03')).toEqual(former)
    const { stops } = await today.inspector('I06').does('round', 'today', { roundId: today.roundId })
    expect(stops[0]).toMatchObject({ arrive: '08:50', onsite: former })
    expect(linesOf(today, 'changeDay')).toEqual([])

    await today.administrator.does('round', 'changeDay', payload)
    expect(windowOf('V03')).not.toEqual(former)
    expect(roundOf(today).changes).toHaveLength(1)
    expect(linesOf(today, 'changeDay')).toHaveLength(1)
  })

  test('without a gate the day changes all the same, and none is made', async () => {
    await today.cloud.sdk().database().collection('secrets').doc(today.roundId).remove()
    await changes(move)
    expect(today.dump('secrets')).toEqual([])
  })

  test('two administrators at once: both are kept, and the gate’s windows are the plan’s', async () => {
    const here: [Person, Change][] = [
      [today.administrator, { kind: 'move', villageId: 'V01', arrive: '07:30', depart: '08:10', order: 1 }],
      [today.secondAdministrator, { kind: 'move', villageId: 'V08', arrive: '17:00', depart: '17:40', order: 8 }],
      [today.administrator, skip('V02')],
      [today.secondAdministrator, { kind: 'absent', inspectorId: 'I01' }],
    ]
    await Promise.all(here.map(([person, what]) => changes(what, {}, person)))
    const round = roundOf(today)
    expect(round.changes!.map(({ text }) => text).sort()).toEqual(
      [
        '云溪村由第 1 站（08:00–08:45）改为第 1 站（07:30–08:10）',
        '周明远缺席',
        '红林村由第 8 站（16:10–16:55）改为第 8 站（17:00–17:40）',
        '取消清港村',
      ].sort(),
    )
    expect(linesOf(today, 'changeDay')).toHaveLength(4)
    expect(windowOf('V01')!.from).toBe(shanghaiTime(round.day, '07:30') - HOUR)
    expect(windowOf('V08')!.until).toBe(shanghaiTime(round.day, '17:40') + HOUR)
    expect(windowOf('V02')).toBeUndefined()
  })

  test('the same send twice at once is one change', async () => {
    const payload = send(skip('V06'))
    const answers = await Promise.all([1, 2].map(() => today.administrator.does('round', 'changeDay', payload)))
    expect(answers.map(({ text }) => text)).toEqual(['取消归贤村', '取消归贤村'])
    expect(roundOf(today).changes).toHaveLength(1)
    expect(linesOf(today, 'changeDay')).toHaveLength(1)
  })

  test('closed while changing: either it was before, or it is refused and nothing of it stands', async () => {
    const [, changed] = await Promise.all([
      today.secondAdministrator.does('round', 'close', { roundId: today.roundId, sendId: newId() }),
      today.administrator.asks('round', 'changeDay', send(skip('V07'))),
    ])
    const round = roundOf(today)
    expect(round.state).toBe('closed')
    const stands = round.stops.find(({ villageId }) => villageId === 'V07')!.state === 'skipped'
    expect({ changes: round.changes?.length ?? 0, lines: linesOf(today, 'changeDay').length, stands }).toEqual(
      changed.ok ? { changes: 1, lines: 1, stands: true } : { changes: 0, lines: 0, stands: false },
    )
    if (!changed.ok) expect(changed.error).toMatchObject({ code: 'wrongState' })
  })

  test('closed between its reading and its writing: refused, nothing written', async () => {
    const { cloud, roundId } = today
    const before = { gate: gate(), audits: today.dump('audits') }
    cloud.gate.close()
    const answer = today.administrator.asks('round', 'changeDay', send(skip('V07')))
    for (;;) {
      const request = await cloud.gate.next(answer)
      if (!request) throw new Error('it wrote nothing')
      if (request.action === 'database.modifyDocument') {
        // Its compare-and-set stands at the door: it has read a running round.
        const closed = change(cloud, 'rounds', roundId, { state: 'closed', revision: 9 })
        ;(await cloud.gate.next(closed))!.release()
        await closed
        request.release()
        break
      }
      request.release()
    }
    cloud.gate.open()
    expect(await answer).toMatchObject({ ok: false, error: { code: 'wrongState', details: { state: 'closed' } } })
    expect(routeOf(roundOf(today))).not.toContain('V07 skipped')
    expect({ gate: gate(), audits: today.dump('audits') }).toEqual(before)
  })

  test('what a change costs: ten database requests at most', async () => {
    expect(await today.cloud.requests.during(() => changes(skip('V01')))).toBeLessThanOrEqual(10)
    expect(
      await today.cloud.requests.during(() => changes({ kind: 'substitute', inspectorId: 'I01', memberId: 'I12' })),
    ).toBeLessThanOrEqual(10)
  })
})
