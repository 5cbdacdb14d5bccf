/** 演练: a whole day beside the ready round, then gone with everything it left; no real round is ever told of it. */
import type { FindingDoc, RoundDoc } from '../../cloudfunctions/common/documents'
import type { AuditEdition } from '../../src/domain/round-file'
import { sampleFindings } from '../../tools/seed/findings'
import { readSample } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { newId, plainCard, villagesOf } from '../vocabulary/cards'
import type { Day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { complete, docOf, programmeDay, readied, tries } from '../vocabulary/preparing'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, restsOnPhotos, stored, uploadedPhoto } from '../vocabulary/stored'

let today: Day
/** The rehearsal's, since it began. */
let ID: string
beforeEach(async () => {
  today = await programmeDay()
  await readied(today)
})
afterEach(() => today.stop())

const PHOTO = 'photo-of-a-ledger-0001'
const rehearsal = () => docOf<RoundDoc>(today, 'rounds', ID)!
async function rehearse() {
  const begun = await today.administrator.does('round', 'rehearse', { roundId: today.roundId, sendId: newId() })
  ID = begun.round.id
  return begun
}
const begunAlready = () => {
  ID = today.dump('rounds').find(({ rehearsal }) => rehearsal)!._id as string
}
const remove = () => today.administrator.asks('round', 'deleteRehearsal', { roundId: ID, sendId: newId() })
const phone = 'phone-of-an-inspector'
const finding = (more: object = {}) => ({
  roundId: ID,
  villageId: 'V01',
  sendId: newId(),
  phone,
  at: Date.now(),
  findingId: newId(),
  category: 'environment' as const,
  text: '河道里有垃圾',
  photos: [],
  ...more,
})

/** Everything of a day that writes: arrivals, photos, findings, cards, deductions, late work, sealing, reopening. */
async function lived(): Promise<void> {
  const { file, administrator, secondAdministrator } = today
  for (const { id: inspectorId } of file.panel.slice(0, 5)) {
    const person = today.inspector(inspectorId)
    for (const villageId of villagesOf(file, inspectorId).mine) {
      await person.does('scoring', 'arrive', { roundId: ID, villageId, at: Date.now() })
      const sent = { roundId: ID, villageId, sendId: newId(), phone, device: '华为 nova 9', waiting: 0, at: Date.now() }
      await person.does('scoring', 'submit', { ...sent, seconds: 60, marks: plainCard(file, villageId) })
    }
  }
  const photoId = newId()
  const fileId = await uploadedPhoto(today.cloud, ID, photoId)
  const inspector = today.inspector('I01')
  await inspector.does('scoring', 'photo', { roundId: ID, villageId: 'V01', photoId, fileId, bytes: 9, of: 'finding' })
  await inspector.does('scoring', 'finding', finding({ photos: [{ id: photoId, ring: null }] }))
  const { findingId: _f, category: _c, ...record } = finding()
  await inspector.does('scoring', 'highlight', { ...record, highlightId: newId(), itemId: null })
  const { text, photos, ...sent } = record
  const deductionId = newId()
  await inspector.does('scoring', 'deduct', { ...sent, deductionId, itemId: 'K09', occurrences: 1, text, photos })
  await today.inspector('I03').does('scoring', 'confirmDeduction', { ...sent, sendId: newId(), deductionId })
  await administrator.does('round', 'changeDay', {
    roundId: ID,
    sendId: newId(),
    change: { kind: 'absent', inspectorId: 'I11' },
    reason: '临时开会',
    preview: false,
  })

  await administrator.does('round', 'close', { roundId: ID, sendId: newId() })
  await inspector.does('scoring', 'arrive', { roundId: ID, villageId: villagesOf(file, 'I01').mine[0]!, at: 1 })
  await today
    .inspector('I09')
    .does('scoring', 'arrive', { roundId: ID, villageId: villagesOf(file, 'I09').mine[0]!, at: 1 })
  const anHourAgo = Date.now() - 61 * 60_000
  await change(today.cloud, 'deductions', deductionId, { confirmedAt: anHourAgo })
  await change(today.cloud, 'rounds', ID, { closedAt: anHourAgo, appealsUntil: anHourAgo })
  const { proposal } = await administrator.does('round', 'seal', { roundId: ID, sendId: newId() })
  await secondAdministrator.does('round', 'agree', { roundId: ID, proposalId: proposal!.id })
  for (let state = ''; state !== 'sealed'; )
    ({ state } = await administrator.does('round', 'seal', { roundId: ID, sendId: newId() }))
  await administrator.does('round', 'announce', { roundId: ID, sendId: newId() })
}

describe('round.rehearse', () => {
  test('a running copy of the ready round: marked, today, with its facts, without a survey', async () => {
    const real = roundOf(today)
    const earlier = shanghaiDay(Date.now())
    const answer = await rehearse()
    const day = answer.round.day === earlier ? earlier : shanghaiDay(Date.now())
    expect(answer).toEqual({
      round: {
        id: expect.stringMatching(/^2024-2-x\d+$/),
        number: 2,
        day,
        state: 'running',
        rehearsal: true,
      },
    })
    const { settings, villages, stops, panel, goals, promises, notApplicable } = real
    expect(promises).toHaveLength(24)
    // 40 and 30 of a hundred, where nobody is asked how satisfied they are.
    const scheme = { ...real.scheme, weights: { common: 57, demonstration: 43, satisfaction: 0 } }
    const copied = { scheme, settings, villages, stops, panel, goals, promises, notApplicable }
    expect(rehearsal()).toMatchObject({ ...copied, proposals: [] })
    const facts = (roundId: string) =>
      today
        .dump('measurements')
        .filter((fact) => fact.roundId === roundId)
        .map(({ villageId, indicatorId, value, checkedBy }) => ({ villageId, indicatorId, value, checkedBy }))
    expect(facts(ID)).toEqual(facts(today.roundId))
    expect(facts(ID)).toHaveLength(104)
    expect(roundOf(today)).toEqual(real)
    expect(today.dump('secrets')).toHaveLength(1)
    expect(linesOf(today, 'rehearse')).toEqual([
      expect.objectContaining({ roundId: today.roundId, after: 'rehearsed' }),
    ])
  })

  test('what a fact rests on is looked at as on the day; the photos are the real round’s and stay', async () => {
    await restsOnPhotos(today.cloud, { roundId: today.roundId, villageId: 'V01', indicatorId: 'C03' }, [PHOTO])
    await change(today.cloud, 'measurements', `${today.roundId}:V01:C03`, { evidence: '联户台账' })
    await rehearse()
    const { stops } = await today.inspector('I01').does('round', 'today', { roundId: ID })
    const fact = stops.find(({ village }) => village.id === 'V01')!.facts.find(({ id }) => id === 'C03')
    expect(fact).toMatchObject({ evidence: '联户台账', photos: [PHOTO] })
    const seen = (roundId: string) =>
      today.inspector('I01').does('round', 'evidencePhotos', { roundId, villageId: 'V01', photos: [PHOTO] })
    const photos = [{ id: PHOTO, url: expect.stringContaining(`/photos/${today.roundId}/`) }]
    expect(await seen(ID)).toEqual({ photos })
    expect(await remove()).toMatchObject({ ok: true })
    expect(await seen(today.roundId)).toEqual({ photos })
  })

  test('at most one; the same send again is the same, two at once make one', async () => {
    const sends = [newId(), newId(), newId()]
    const answers = await Promise.all(
      sends.map((sendId, n) =>
        tries(n === 1 ? today.secondAdministrator : today.administrator, 'rehearse', {
          roundId: today.roundId,
          sendId,
        }),
      ),
    )
    expect(answers).toContain('ok')
    expect(today.dump('rounds').filter(({ rehearsal }) => rehearsal)).toHaveLength(1)
    begunAlready()
    const before = stored(today.cloud)
    const { sendId } = rehearsal().moved!
    const who = rehearsal().moved!.by === 'M01' ? today.administrator : today.secondAdministrator
    await who.does('round', 'rehearse', { roundId: today.roundId, sendId })
    expect(await tries(today.administrator, 'rehearse', { roundId: today.roundId, sendId: newId() })).toBe('inUse')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('cut off before it has its facts it does not run yet; whoever rehearses again goes on', async () => {
    today.cloud.faults.inject({
      on: 'database.insertDocument',
      collection: 'measurements',
      what: 'conflict',
      after: 20,
      times: 5,
    })
    expect(await tries(today.administrator, 'rehearse', { roundId: today.roundId, sendId: newId() })).toBe('tryAgain')
    today.cloud.faults.clear()
    begunAlready()
    expect(rehearsal().state).toBe('ready')
    await today.secondAdministrator.does('round', 'rehearse', { roundId: today.roundId, sendId: newId() })
    expect(rehearsal().state).toBe('running')
    expect(today.dump('measurements').filter(({ roundId }) => roundId === ID)).toHaveLength(104)
  })

  test('it is neither readied, nor sent back, nor removed as a draft, nor rehearsed', async () => {
    await rehearse()
    await change(today.cloud, 'rounds', ID, { state: 'ready' })
    const before = stored(today.cloud)
    const send = { roundId: ID, revision: rehearsal().revision, sendId: newId() }
    for (const action of ['ready', 'backToDraft', 'removeDraft'] as const)
      expect([action, await tries(today.administrator, action, send)]).toEqual([action, 'wrongState'])
    expect(await tries(today.administrator, 'rehearse', { roundId: ID, sendId: newId() })).toBe('wrongState')
    expect(await codeOf(today, 'administrator', 'round', 'preparation', { roundId: ID })).toBe('wrongState')
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('what the real round, and everybody else, is told of a rehearsal: nothing', () => {
  test('villagers’ and members’ codes mean the real round; members enter the rehearsal from where they see it', async () => {
    await rehearse()
    const enter = (who: Day['administrator']) => who.does('member', 'enter', { code: 'v=V01', scene: 1047 })
    expect(await enter(today.villager(1))).toMatchObject({ go: 'surveyClosed', reason: 'notOpen' })
    expect(await enter(today.inspector('I01'))).toMatchObject({ go: 'arrival', round: { id: today.roundId } })
    expect(await enter(today.leader)).toMatchObject({ go: 'village', round: { id: today.roundId } })
    const { rounds } = await today.inspector('I01').does('member', 'me', {})
    expect(rounds).toContainEqual(expect.objectContaining({ id: ID, rehearsal: true, onPanel: true }))
    const { round, stops } = await today.inspector('I01').does('round', 'today', { roundId: ID })
    expect(round).toMatchObject({ id: ID, rehearsal: true })
    expect(stops.every(({ onsite }) => onsite === null)).toBe(true)
  })

  test('an answer for it is refused, and no household card is printed', async () => {
    await rehearse()
    expect(
      await codeOf(today, 'administrator', 'round', 'printCards', {
        roundId: ID,
        villageId: 'V01',
        sendId: newId(),
        count: 1,
      }),
    ).toBe('notFound')
    const answers = Object.fromEntries(today.file.scheme.survey.items.map(({ id }) => [id, 1]))
    const send = { roundId: ID, villageId: 'V01', key: 'ab'.repeat(16), scene: 1047, answers, seconds: 60, adult: true }
    expect(await codeOf(today, 'villager', 'survey', 'answer', send)).not.toBe('ok')
    expect(today.dump('answers')).toEqual([])
  })

  test('its findings come up in no real round and take nothing off; an earlier round’s come up in it', async () => {
    const earlier = sampleFindings(readSample<AuditEdition>('round-1.json'), roundOf(today).day)
    today.cloud.seed('findings', earlier)
    await rehearse()
    await today.inspector('I01').does('scoring', 'finding', finding({ findingId: 'of-the-rehearsal-0001' }))
    // As if its round were an earlier one, and nobody had mended it in time: only that it is a rehearsal's keeps it away.
    await change(today.cloud, 'findings', 'of-the-rehearsal-0001', { roundNumber: 1, dueOn: '2025-01-06' })
    const day = await today.inspector('I01').does('round', 'today', { roundId: today.roundId })
    const inDay = (stops: typeof day.stops) => stops.flatMap(({ openFindings }) => openFindings.map(({ id }) => id))
    expect(inDay(day.stops)).not.toContain('of-the-rehearsal-0001')
    const rehearsed = await today.inspector('I01').does('round', 'today', { roundId: ID })
    expect(inDay(rehearsed.stops).length).toBeGreaterThan(0)
    expect(today.dump('deductions').every(({ roundId }) => roundId === ID)).toBe(true)

    await today.administrator.does('round', 'start', { roundId: today.roundId, sendId: newId() })
    const proposed = today.dump('deductions').filter(({ roundId }) => roundId === today.roundId)
    expect(proposed.length).toBeGreaterThan(0)
    expect(proposed.map(({ findingId }) => findingId)).not.toContain('of-the-rehearsal-0001')
  })

  test('announced, it is no village’s public page, no bulletin, nobody’s previous round and no part of a trend', async () => {
    await rehearse()
    await lived()
    expect(rehearsal().state).toBe('announced')
    const page = { code: 'v=V01', scene: 1047 }
    expect(await today.villager(1).does('member', 'enter', page)).toMatchObject({
      go: 'surveyClosed',
      reason: 'notOpen',
    })
    await change(today.cloud, 'secrets', today.roundId, { villages: [] })
    expect(await today.villager(1).does('member', 'enter', page)).toMatchObject({
      go: 'surveyClosed',
      reason: 'closed',
    })
    expect(await codeOf(today, 'villager', 'survey', 'publicPage', { villageId: 'V01' })).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'ranking', 'bulletin', { roundId: ID })).toBe('notFound')
    const board = await today.administrator.does('ranking', 'board', { roundId: ID })
    expect(board.round.rehearsal).toBe(true)
    // Nobody was asked, and the evening is rehearsed all the same: every village has its place.
    expect(board.rows.map(({ rank }) => rank)).not.toContain(null)
    expect(board.rows.map(({ satisfaction }) => satisfaction)).toEqual(board.rows.map(() => 0))
    expect([board.weights, board.responses]).toEqual([{ common: 57, demonstration: 43, satisfaction: 0 }, null])
    const snapshots = today.dump('snapshots') as unknown as { previous: unknown; progress: unknown }[]
    expect(snapshots.map(({ previous, progress }) => [previous, progress])).toEqual([[null, null]])
    const village = await today.administrator.does('ranking', 'village', { roundId: ID, villageId: 'V01' })
    expect((village as { trend?: unknown }).trend ?? null).toBeNull()
  })

  test('a second one beside is refused, another real round’s too; it stands beside a real one that runs', async () => {
    await rehearse()
    await today.administrator.does('round', 'start', { roundId: today.roundId, sendId: newId() })
    expect(roundOf(today).state).toBe('running')
    expect(rehearsal().state).toBe('running')
    await change(today.cloud, 'rounds', today.roundId, { state: 'announced' })
    const next = await complete(today, { roundId: '2025-1', number: 3 })
    const send = { roundId: '2025-1', revision: next.revision, sendId: newId() }
    expect(await tries(today.administrator, 'ready', send)).toBe('ok')
    expect(await today.administrator.asks('round', 'rehearse', { roundId: '2025-1', sendId: newId() })).toMatchObject({
      error: { code: 'inUse', details: { roundId: ID } },
    })
  })
})

describe('round.deleteRehearsal: a whole day is lived, sealed, announced and reopened, and nothing of it is left', () => {
  const without = (collections: ReturnType<typeof stored>) => {
    const { programme: _, audits, ...others } = collections
    return { ...others, audits: (audits as { action: string }[]).filter(({ action }) => action !== 'rehearse') }
  }

  test('cut off at every collection and in storage, it goes on where it was', async () => {
    today.cloud.seed('findings', sampleFindings(readSample<AuditEdition>('round-1.json'), roundOf(today).day))
    const before = stored(today.cloud)
    const files = today.storage()
    await rehearse()
    await lived()
    const written = stored(today.cloud)
    const collections = Object.keys(written).filter((name) =>
      JSON.stringify(written[name]).includes(`"roundId":"${ID}"`),
    )
    expect(collections).toEqual([
      'measurements',
      'arrivals',
      'scorecards',
      'late',
      'deductions',
      'findings',
      'highlights',
      'snapshots',
      'audits',
      'files',
    ])
    expect(today.storage().length - files.length).toBe(3)
    const proposal = { roundId: ID, sendId: newId(), reason: '演练重开一次' }
    await today.administrator.does('round', 'reopen', proposal)
    await today.secondAdministrator.does('round', 'agree', { roundId: ID, proposalId: proposal.sendId })

    today.cloud.faults.inject({ on: 'storage.batchDeleteFile', what: 'drop' })
    expect(await remove()).toMatchObject({ error: { code: 'tryAgain' } })
    today.cloud.faults.clear()
    // In the order of removal: the audit's lines go last.
    for (const collection of [...collections.filter((name) => name !== 'audits'), 'audits']) {
      today.cloud.faults.inject({ on: 'database.removeDocument', collection, what: 'conflict' })
      expect([collection, await remove()]).toMatchObject([collection, { error: { code: 'tryAgain' } }])
      today.cloud.faults.clear()
      expect(rehearsal().state).toBe('archived')
    }
    expect(await remove()).toEqual({ ok: true, data: { removed: true } })
    expect(without(stored(today.cloud))).toEqual(without(before))
    expect(JSON.stringify(stored(today.cloud))).not.toContain(ID)
    expect(today.storage()).toEqual(files)

    const after = stored(today.cloud)
    expect(await remove()).toEqual({ ok: true, data: { removed: true } })
    expect(stored(today.cloud)).toEqual(after)
  })

  test('photos that were uploaded for its records and never told of are gone from storage too', async () => {
    const { file, administrator } = today
    const files = today.storage()
    await rehearse()
    const photos: string[] = []
    const untold = async () => {
      photos.push(newId())
      await uploadedPhoto(today.cloud, ID, photos[photos.length - 1]!)
      return photos[photos.length - 1]!
    }
    const inspector = today.inspector('I01')
    const villageId = villagesOf(file, 'I01').mine[0]!
    const marks = async (base: number) => {
      const changes = [{ itemId: 'C01', mark: 2, note: '', photos: [await untold()], base }]
      const sent = { roundId: ID, villageId, sendId: newId(), phone, device: '', waiting: 0, at: Date.now() }
      await inspector.does('scoring', 'saveMarks', { ...sent, changes })
    }
    await marks(0)
    // The first photo stands in the card's history alone.
    await marks(1)
    await inspector.does('scoring', 'finding', finding({ photos: [{ id: await untold(), ring: null }] }))
    const { findingId: _f, category: _c, ...record } = finding({ villageId })
    await inspector.does('scoring', 'highlight', {
      ...record,
      highlightId: newId(),
      itemId: null,
      photos: [await untold()],
    })
    const deduct = async () => ({
      ...record,
      sendId: newId(),
      deductionId: newId(),
      itemId: 'K09',
      occurrences: 1,
      photos: [await untold()],
    })
    await inspector.does('scoring', 'deduct', await deduct())
    await administrator.does('round', 'close', { roundId: ID, sendId: newId() })
    await marks(2)
    await inspector.does('scoring', 'deduct', await deduct())
    expect(today.dump('late')).toHaveLength(2)
    expect(today.dump('files')).toEqual([])
    expect(today.storage().filter((path) => !files.includes(path))).toHaveLength(photos.length)

    expect(await remove()).toMatchObject({ ok: true })
    expect(today.storage()).toEqual(files)
  })

  test('whatever its state, half made or half sealed', async () => {
    const ids = new Set<string>()
    for (const state of ['ready', 'running', 'closed', 'sealing', 'sealed'] as const) {
      await rehearse()
      ids.add(ID)
      await today.inspector('I01').does('scoring', 'finding', finding())
      await change(today.cloud, 'rounds', ID, { state })
      expect(await remove()).toMatchObject({ ok: true })
      expect(JSON.stringify(stored(today.cloud))).not.toContain(ID)
    }
    expect(ids.size).toBe(5)
  })

  test('its members are told that it is gone; nothing is written for it any more', async () => {
    await rehearse()
    await remove()
    expect(await codeOf(today, 'inspector', 'scoring', 'finding', finding())).toMatch(/notAllowed|notFound/)
    expect((today.dump('findings') as unknown as FindingDoc[]).some(({ roundId }) => roundId === ID)).toBe(false)
  })

  test('never a real round, and not by its name', async () => {
    const before = stored(today.cloud)
    const send = { roundId: today.roundId, sendId: newId() }
    expect(await codeOf(today, 'administrator', 'round', 'deleteRehearsal', send)).toBe('wrongState')
    expect(await codeOf(today, 'administrator', 'round', 'deleteRehearsal', { ...send, roundId: 'nowhere' })).toBe(
      'wrongState',
    )
    expect(stored(today.cloud)).toEqual(before)
  })
})

test('requests: rehearsing, one for each fact; deleting what is empty but for them', async () => {
  const rehearsing = await today.cloud.requests.during(() => rehearse())
  const deleting = await today.cloud.requests.during(() => remove())
  expect([rehearsing, deleting]).toEqual([15 + 104, 59])
})
