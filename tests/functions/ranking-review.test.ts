import type { AnswerDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import { newId, plainCard } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { seedDeduction } from '../vocabulary/deductions'
import { agreedToSeal, drive, driveToTheEnd, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
const ask = () => ({ roundId: today.roundId })
const told = async () => (await today.administrator.does('ranking', 'warnings', ask())).review
const of = async (code: string) => (await told()).filter((one) => one.code === code)
const agree = (proposalId: string) => ({ roundId: today.roundId, proposalId })
const cardId = (inspectorId: string, villageId: string) => `${today.roundId}:${inspectorId}:${villageId}`
const cards = () => today.dump('scorecards') as unknown as ScorecardDoc[]

async function marks(inspectorId: string, villageId: string, changed: Record<string, number>): Promise<void> {
  const { submitted } = cards().find(({ _id }) => _id === cardId(inspectorId, villageId))!
  await change(today.cloud, 'scorecards', cardId(inspectorId, villageId), {
    submitted: { ...submitted!, marks: { ...submitted!.marks, ...changed } },
  })
}

beforeEach(async () => {
  today = await day({ state: 'closed' })
})
afterEach(() => today.stop())

describe('ranking.warnings, beside the survey: what and whom each concerns', () => {
  test('the sample’s one card that is still out: whose, and of which village', async () => {
    expect(await of('cardMissing')).toEqual([
      {
        code: 'cardMissing',
        villageId: 'V08',
        villageName: today.file.villages.find(({ id }) => id === 'V08')!.name,
        inspectorId: 'I07',
        inspectorName: '彭志强',
        text: '评分表还没有提交。',
        ids: [],
        mayAccept: false,
      },
    ])
  })

  test('one that fell out during the day owes none', async () => {
    const { panel } = roundOf(today)
    const gone = panel.map((one) => (one.id === 'I07' ? { ...one, absentAt: Date.now() } : one))
    await change(today.cloud, 'rounds', today.roundId, { panel: gone })
    expect(await of('cardMissing')).toEqual([])
  })

  test('a mark far from all others: which item, by name, and neither the mark nor how far', async () => {
    const before = await of('outlyingMarks')
    const isThis = ({ villageId, inspectorId }: { villageId: string | null; inspectorId: string | null }) =>
      villageId === 'V02' && inspectorId === 'I06'
    expect(before.filter(isThis)).toEqual([])
    await marks('I06', 'V02', { C01: 0 })
    const [found] = (await of('outlyingMarks')).filter(isThis)
    const title = today.file.scheme.indicators.find(({ id }) => id === 'C01')!.title
    expect(found).toMatchObject({ ids: ['C01'], inspectorName: '邓小芸', text: expect.stringContaining(title) })
  })

  test('an inspector who is harsh or lenient everywhere: who, not by how much; a little stricter is nobody’s matter', async () => {
    const strict = cards().filter(({ inspectorId }) => inspectorId === 'I06')
    const full = (id: string) =>
      [...today.file.scheme.indicators, ...today.file.goals].find((one) => one.id === id)!.full
    const give = async (share: number) => {
      for (const { villageId, submitted } of strict)
        await marks(
          'I06',
          villageId,
          Object.fromEntries(Object.keys(submitted!.marks).map((id) => [id, Math.round(full(id) * share)])),
        )
    }
    const mannerOf = async () =>
      (await told()).filter(
        ({ code, inspectorId }) => inspectorId === 'I06' && (code === 'harsh' || code === 'lenient'),
      )
    expect(await mannerOf()).toEqual([])
    await give(0.4)
    expect(await mannerOf()).toEqual([
      expect.objectContaining({ code: 'harsh', villageId: null, villageName: '', inspectorName: '邓小芸' }),
    ])
    await give(1)
    expect(await mannerOf()).toEqual([expect.objectContaining({ code: 'lenient' })])
  })

  test('provisional: too few cards, too few responses; where five count, two persons may accept it', async () => {
    const answers = (today.dump('answers') as unknown as AnswerDoc[]).filter(
      ({ villageId, counts, restored }) => villageId === 'V01' && counts && !restored,
    )
    const leave = async (n: number) => {
      for (const [at, { _id, index }] of answers.entries())
        await change(today.cloud, 'answers', _id, { index: at < n ? index : null, counts: at < n })
    }
    await leave(7)
    expect(await of('tooFewResponses')).toEqual([
      expect.objectContaining({ villageId: 'V01', inspectorId: null, mayAccept: true }),
    ])
    await leave(4)
    expect(await of('tooFewResponses')).toEqual([expect.objectContaining({ villageId: 'V01', mayAccept: false })])

    for (const { _id, villageId, inspectorId } of cards())
      if (villageId === 'V02' && !['I06', 'I07'].includes(inspectorId))
        await change(today.cloud, 'scorecards', _id, { submitted: today.cloud.sdk().database().command.set(null) })
    expect(await of('tooFewCards')).toEqual([expect.objectContaining({ villageId: 'V02', mayAccept: true })])
    const send = { ...ask(), villageId: 'V02', sendId: newId(), reason: '只有两位评委到得了。' }
    await today.administrator.does('round', 'acceptVillage', send)
    expect(await of('tooFewCards')).toEqual([
      expect.objectContaining({ mayAccept: false, text: expect.stringContaining('已提请照常排名') }),
    ])
    await today.secondAdministrator.does('round', 'agree', agree(send.sendId))
    expect(await of('tooFewCards')).toEqual([
      expect.objectContaining({ mayAccept: false, text: expect.stringContaining('两人已同意照常排名') }),
    ])
  })

  test('late work, until it is decided; appeals that are open; deductions that nobody confirmed in time', async () => {
    const sendId = newId()
    await today.inspector('I07').does('scoring', 'submit', {
      ...ask(),
      villageId: 'V08',
      sendId,
      phone: 'phone-of-an-inspector',
      device: '小米 13',
      waiting: 0,
      seconds: 90,
      at: Date.now() - 3_600_000,
      marks: plainCard(today.file, 'V08'),
    })
    const appealed = seedDeduction(today, 'appealed')
    const lapsed = seedDeduction(today, 'proposed', { villageId: 'V04' })
    expect(await of('lateWaiting')).toEqual([
      expect.objectContaining({ villageId: 'V08', inspectorId: 'I07', ids: [sendId] }),
    ])
    expect(await of('appealOpen')).toEqual([expect.objectContaining({ villageId: 'V01', ids: [appealed] })])
    expect((await of('deductionLapsed')).find(({ villageId }) => villageId === 'V04')).toMatchObject({ ids: [lapsed] })

    const { proposal } = await today.administrator.does('round', 'admitLate', {
      ...ask(),
      sendId: newId(),
      lateIds: [sendId],
      reason: '没有信号',
    })
    await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
    expect(await of('lateWaiting')).toEqual([])
    expect(await of('cardMissing')).toEqual([])
  })
})

describe('nothing of a score leaves by it', () => {
  test('no figure in any word; no word of a score in any name; by village, inspector and code', async () => {
    await marks('I06', 'V02', { C01: 0 })
    seedDeduction(today, 'appealed')
    const review = await told()
    expect(review.length).toBeGreaterThan(3)
    // A goal's title may name a figure: what it promised.
    const titles = today.file.goals.map(({ title }) => title)
    for (const { text } of review)
      expect(titles.reduce((rest, title) => rest.replace(title, ''), text)).not.toMatch(/\d/)
    expect(JSON.stringify(Object.keys(review[0]!))).not.toMatch(/score|mark|mean|rank|total|effect|by/)
    const order = review.map(({ villageId, inspectorId, code }) =>
      [villageId ?? '~', inspectorId ?? '', code].join(' '),
    )
    expect(order).toEqual([...order].sort())
  })

  test('one mark lower or a step less low: the same words, nothing of which it was', async () => {
    const ofCard = async () =>
      (await of('outlyingMarks')).filter(({ villageId, inspectorId }) => villageId === 'V02' && inspectorId === 'I06')
    await marks('I06', 'V02', { C01: 0 })
    const low = await ofCard()
    await marks('I06', 'V02', { C01: 0.5 })
    expect(low).toHaveLength(1)
    expect(await ofCard()).toEqual(low)
  })

  test('accepting a village moves none', async () => {
    for (const { _id, villageId, inspectorId } of cards())
      if (villageId === 'V02' && !['I06', 'I07'].includes(inspectorId))
        await change(today.cloud, 'scorecards', _id, { submitted: today.cloud.sdk().database().command.set(null) })
    const before = (await told()).map(({ code, villageId, inspectorId, ids }) => ({
      code,
      villageId,
      inspectorId,
      ids,
    }))
    await change(today.cloud, 'rounds', today.roundId, { accepted: ['V02'] })
    const after = (await told()).map(({ code, villageId, inspectorId, ids }) => ({ code, villageId, inspectorId, ids }))
    expect(after).toEqual(before)
  })

  test('sealing and sealed: as they stood when it froze; nothing is written by asking', async () => {
    const before = await told()
    await agreedToSeal(today)
    await drive(today)
    const plain = (review: typeof before) =>
      review.map(({ code, villageId, inspectorId }) => [code, villageId, inspectorId])
    expect(plain(await told())).toEqual(plain(before))
    await driveToTheEnd(today)
    expect(snapshotOf(today).review!.length).toBe(before.length)
    const all = stored(today.cloud)
    expect(plain(await told())).toEqual(plain(before))
    expect(stored(today.cloud)).toEqual(all)
    expect(await today.cloud.requests.during(told)).toBe(3)
  })
})
