/** What is on record of a village beside its result: problems, strengths, who answers for it, and the round before. */
import type { FindingDoc, HighlightDoc, RoundDoc, SnapshotDoc } from '../../cloudfunctions/common/documents'
import { sampleFindings } from '../../tools/seed/findings'
import { seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf, someone, type Who } from '../vocabulary/everyone'
import { sealed, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change, stored } from '../vocabulary/stored'

const first = round1()
const ofRound1 = sampleFindings(first, shanghaiDay(Date.now()))
const readersOfIt = ['administrator', 'leader', 'districtLeader', 'inspector', 'officer', 'reader'] as const

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer', 'reader'] } })
  await announces(today.cloud, first)
  await seedAll(today.cloud, {
    findings: [
      ...ofRound1,
      found({ _id: 'today', text: '路灯两盏不亮。', at: Date.now() }),
      found({ _id: 'rehearsed', text: '演练里记的。', rehearsal: true }),
      found({ _id: 'next', text: '下一次查出的。', roundId: 'next', roundNumber: 3 }),
    ],
    highlights: [praised('now', today.roundId, '议事厅每周开门。'), praised('then', first.id, '上一次的亮点。')],
    rounds: [{ ...roundNow(), _id: 'next', number: 3, state: 'running', rehearsal: false } as RoundDoc],
  })
  await sealed(today)
})
afterAll(() => today.stop())

const villageOf = (villageId = 'V01', who: Who = 'leader', roundId = today.roundId) =>
  someone(today, who).does('ranking', 'village', { roundId, villageId })
const roundNow = () => today.dump('rounds').find(({ _id }) => _id === today.roundId) as unknown as RoundDoc
const textsOf = (findings: { text: string }[] | null) => findings!.map(({ text }) => text)

describe('sealed: the administrator reads what this round found too', () => {
  test('before it is announced nobody else does', async () => {
    const [own] = textsOf((await villageOf('V01', 'administrator')).findings)
    expect(own).toBe('路灯两盏不亮。')
    for (const who of readersOfIt.slice(1))
      expect(await codeOf(today, who, 'ranking', 'village', { roundId: today.roundId, villageId: 'V01' })).toBe(
        'wrongState',
      )
    expect(await codeOf(today, 'villager', 'survey', 'publicPage', { villageId: 'V01' })).toBe('wrongState')
  })
})

describe('announced', () => {
  beforeAll(async () => {
    await today.administrator.does('round', 'announce', { roundId: today.roundId, sendId: newId() })
  })

  test('problems as they stand, newest first, of no rehearsal and of no round under way', async () => {
    const { findings } = await villageOf()
    const former = ofRound1
      .filter(({ villageId }) => villageId === 'V01')
      .sort((a, b) => b.at - a.at)
      .map(({ category, text, state, dueOn }) => ({ category, text, state, roundNumber: 1, dueOn }))
    expect(former).toHaveLength(2)
    expect(findings).toEqual([
      { category: 'facility', text: '路灯两盏不亮。', state: 'reported', roundNumber: 2, dueOn: null },
      ...former,
    ])
    await change(today.cloud, 'findings', ofRound1.find(({ villageId }) => villageId === 'V01')!._id, {
      state: 'verified',
    })
    expect((await villageOf()).findings!.map(({ state }) => state)).toContain('verified')
  })

  test('the page of a round tells of that round and those before, though another was announced since', async () => {
    await change(today.cloud, 'rounds', 'next', { state: 'announced' })
    expect(textsOf((await villageOf()).findings)).not.toContain('下一次查出的。')
    const { findings, highlights } = await villageOf('V01', 'leader', first.id)
    await change(today.cloud, 'rounds', 'next', { state: 'running' })
    expect(new Set(findings!.map(({ roundNumber }) => roundNumber))).toEqual(new Set([1]))
    expect(highlights).toEqual([{ text: '上一次的亮点。' }])
  })

  test('the highlights of this round, and who answered for the village when the round was ready', async () => {
    const before = await villageOf()
    expect(before.highlights).toEqual([{ text: '议事厅每周开门。' }])
    expect(before.responsibilities).toHaveLength(5)
    expect(before.responsibilities[0]).toEqual({
      duty: 'organisation-director',
      title: '区委组织部部长',
      name: '王志强',
      unit: '西岭区',
    })
  })

  test('the same to everybody who reads the page, the recused inspector too, and no more of the problems than the public page', async () => {
    const recused = roundNow().panel.find(({ recusedVillageIds }) => recusedVillageIds.includes('V01'))!
    const recordOf = ({ findings, highlights, responsibilities }: Awaited<ReturnType<typeof villageOf>>) => ({
      findings,
      highlights,
      responsibilities,
    })
    const leaders = recordOf(await villageOf())
    for (const who of readersOfIt) expect(recordOf(await villageOf('V01', who))).toEqual(leaders)
    const seen = await today
      .inspector(recused.id)
      .does('ranking', 'village', { roundId: today.roundId, villageId: 'V01' })
    expect(recordOf(seen)).toEqual(leaders)
    const page = await today.villager(1).does('survey', 'publicPage', { villageId: 'V01' })
    expect({ findings: page.findings, highlights: page.highlights }).toEqual({
      findings: leaders.findings,
      highlights: leaders.highlights,
    })
    // Whose account, who saw it, on which phone, which photos: nothing of it.
    const text = JSON.stringify(leaders)
    for (const word of ['memberId', 'M99', 'byName', 'photos', 'phone', 'history', 'I06'])
      expect(text).not.toContain(word)
  })

  test('six requests, nothing written', async () => {
    const before = stored(today.cloud)
    expect(await today.cloud.requests.during(() => villageOf())).toBe(6)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a rehearsal’s page tells of no real problem', async () => {
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
    const { findings } = await villageOf('V01', 'administrator')
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
    expect(findings).toBeNull()
  })
})

describe('the round before, beside this one', () => {
  const questionsOf = async (roundId: string) =>
    new Map((await villageOf('V01', 'leader', roundId)).questions.map(({ id, mean }) => [id, mean]))

  test('its papers and questions as its own page shows them', async () => {
    const { row } = await villageOf('V01', 'leader', first.id)
    const { former } = await villageOf()
    const { common, demonstration, satisfaction } = row
    expect(former).toMatchObject({ number: 1, papers: { common, demonstration, satisfaction } })
    const [then, now] = [await questionsOf(first.id), await questionsOf(today.roundId)]
    const inBoth = [...then].filter(([id, mean]) => mean !== null && (now.get(id) ?? null) !== null)
    expect(inBoth.length).toBeGreaterThan(5)
    expect(former!.questions).toEqual(inBoth.map(([id, mean]) => ({ id, mean })))
  })

  test('the first round has none', async () => {
    expect((await villageOf('V01', 'leader', first.id)).former).toBeNull()
  })

  test('who may not read the round before is told nothing of it', async () => {
    const round = today.dump('rounds').find(({ _id }) => _id === first.id) as unknown as RoundDoc
    await change(today.cloud, 'rounds', first.id, {
      settings: { ...round.settings, announceTo: ['inspector'] },
      panel: round.panel.filter(({ id }) => id !== 'I01'),
    })
    const told = await Promise.all(
      readersOfIt.map(async (who) => [who, (await villageOf('V01', who)).former !== null] as const),
    )
    await change(today.cloud, 'rounds', first.id, { settings: round.settings, panel: round.panel })
    expect(Object.fromEntries(told)).toEqual({
      administrator: true,
      leader: true,
      districtLeader: true,
      inspector: false,
      officer: false,
      reader: false,
    })
  })

  test('an older snapshot has nothing of it, and the rest of the page stands', async () => {
    const { _id, previous } = snapshotOf(today)
    const { figures: _, ...older } = previous as NonNullable<SnapshotDoc['previous']>
    // A document is merged into: what is to be gone must be put anew.
    const command = today.cloud.sdk().database().command
    await change(today.cloud, 'snapshots', _id, { previous: command.set(older) })
    const page = await villageOf()
    await change(today.cloud, 'snapshots', _id, { previous: command.set(previous) })
    expect(page.former).toBeNull()
    expect(page.row.previous).toEqual({ rank: expect.any(Number), total: expect.any(Number) })
  })
})

test('the file of the round before is gone: this one is sealed all the same, and nothing of it stands beside', async () => {
  const lost = await day({ state: 'closed' })
  try {
    await announces(lost.cloud, first)
    const [{ files }] = lost.dump('snapshots') as unknown as [SnapshotDoc]
    await lost.cloud.sdk().deleteFile({ fileList: [files.audit.fileId] })
    await sealed(lost)
    const page = await lost.administrator.does('ranking', 'village', { roundId: lost.roundId, villageId: 'V01' })
    expect(page.former).toBeNull()
    expect(page.row.previous).not.toBeNull()
    expect((await lost.administrator.does('ranking', 'board', { roundId: lost.roundId })).progress).toBeNull()
  } finally {
    await lost.stop()
  }
})

function found(fields: Partial<FindingDoc>): FindingDoc {
  return {
    ...ofRound1[0]!,
    roundId: today.roundId,
    roundNumber: 2,
    villageId: 'V01',
    category: 'facility',
    state: 'reported',
    dueOn: null,
    ...fields,
  }
}

function praised(_id: string, roundId: string, text: string): HighlightDoc {
  const { by, byName, phone, sendId, sends } = ofRound1[0]!
  return {
    _id,
    revision: 1,
    roundId,
    villageId: 'V01',
    itemId: null,
    text,
    photos: [],
    by,
    byName,
    at: 1,
    phone,
    sendId,
    sends,
  }
}
