import type { CallOut } from '../../src/contract'
import { cents } from '../../src/domain/cents-text'
import type { AuditEdition, PublicEdition } from '../../src/domain/round-file'
import { readSample } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { codeOf, codesOf, someone } from '../vocabulary/everyone'
import { sealed, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

type Explained = CallOut<'ranking', 'explain'>
type Step = Explained['steps'][number]
type Marked = Extract<Step, { cards: unknown }>
type Kind = Exclude<Step['kind'], Marked['kind']>

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer'] } })
})
afterAll(() => today.stop())

const ask = (villageId = 'V07') => ({ roundId: today.roundId, villageId })
const codes = () => codesOf(today, 'ranking', 'explain', ask())

/** The step of a kind; there must be one. */
function stepOf<K extends Kind>(kind: K, { steps }: Explained) {
  const found = steps.find((step): step is Extract<Step, { kind: K }> => step.kind === kind)
  if (!found) throw new Error(`no step ${kind}`)
  return found
}

function paperOf(kind: 'common' | 'demonstration', { steps }: Explained): Marked {
  const found = steps.find((step): step is Marked => step.kind === kind)
  if (!found) throw new Error(`no step ${kind}`)
  return found
}

describe('sealed', () => {
  beforeAll(() => sealed(today))

  test('administrators; whoever will read the board waits for the announcement, the others may not', async () => {
    expect(await codes()).toEqual({
      administrator: 'ok',
      secondAdministrator: 'ok',
      leader: 'wrongState',
      districtLeader: 'wrongState',
      officer: 'wrongState',
      inspector: 'wrongState',
      reader: 'notAllowed',
      villager: 'notAllowed',
    })
  })

  test('every village’s steps sum to the total, and stand at the place, that the board shows', async () => {
    const { rows } = await today.administrator.does('ranking', 'board', { roundId: today.roundId })
    expect(rows).toHaveLength(8)
    for (const row of rows) {
      const told = await today.administrator.does('ranking', 'explain', ask(row.village.id))
      const [common, demonstration] = [paperOf('common', told), paperOf('demonstration', told)]
      const parts = [common.value, demonstration.value, stepOf('satisfaction', told).value]
      const total = stepOf('total', told)
      expect(parts.reduce((sum, part) => sum + part) - stepOf('deductions', told).value).toBe(row.total)
      expect(parts).toEqual([row.common, row.demonstration, row.satisfaction])
      expect([total.value, cents(total.shown.total)]).toEqual([row.total, cents(row.total!)])
      expect(stepOf('order', told).rank).toBe(row.rank)
      for (const { cards, value } of [common, demonstration]) {
        for (const { plain, correction, clamped, adjusted } of cards)
          expect(plain + correction + clamped).toBe(adjusted)
        const kept = cards.filter(({ dropped }) => dropped === null).map(({ adjusted }) => adjusted)
        expect(cards.length - kept.length).toBe(2)
        expect(value).toBe(Math.round(kept.reduce((sum, one) => sum + one) / kept.length))
      }
    }
  })

  test('administrators see who gave what', async () => {
    const { cards } = paperOf('common', await today.administrator.does('ranking', 'explain', ask()))
    const given = today.file.scorecards.filter(({ villageId }) => villageId === 'V07')
    const names = given.map(({ inspectorId }) => today.file.panel.find(({ id }) => id === inspectorId)!.name)
    expect(cards.map(({ inspector }) => inspector).sort()).toEqual(names.sort())
  })

  test('a village that is not of the round', async () => {
    expect(await codeOf(today, 'administrator', 'ranking', 'explain', ask('V99'))).toBe('notFound')
  })

  test('three database requests and one file read, and nothing is written', async () => {
    const before = stored(today.cloud)
    const { administrator, cloud } = today
    expect(await cloud.requests.during(() => administrator.does('ranking', 'explain', ask()))).toBe(3)
    const { 'database.getDocument': asked, ...others } = cloud.requests.byAction()
    expect([asked, Object.values(others)]).toEqual([3, [1]])
    expect(stored(cloud)).toEqual(before)
  })
})

describe('announced', () => {
  beforeAll(() => change(today.cloud, 'rounds', today.roundId, { state: 'announced' }))

  test.each(['announced', 'archived'])('%s: leaders and whom the scheme names', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    const refused = Object.entries(await codes()).filter(([, code]) => code !== 'ok')
    expect(refused).toEqual([
      ['reader', 'notAllowed'],
      ['villager', 'notAllowed'],
    ])
  })

  test.each(['leader', 'districtLeader', 'officer', 'inspector'] as const)(
    '%s: inspectors by the letters of the public edition, and no name anywhere',
    async (who) => {
      const told = await someone(today, who).does('ranking', 'explain', ask())
      const said = JSON.stringify(told)
      for (const { id, name } of today.file.panel) {
        expect(said).not.toContain(name)
        expect(said).not.toContain(`"${id}"`)
      }
      const edition = await publicFile()
      const { cards } = paperOf('common', told)
      const letters = edition.scorecards.filter(({ villageId }) => villageId === 'V07').map((one) => one.inspectorId)
      expect(cards.map(({ inspector }) => inspector).sort()).toEqual(letters.map((one) => `评委 ${one}`).sort())
      // The letter is the same person's: whose judged marks sum to what the working says.
      const judged = edition.scheme.indicators.filter(({ kind }) => kind === 'judged').map(({ id }) => id)
      for (const { inspector, working } of cards) {
        const card = edition.scorecards.find(
          (one) => one.villageId === 'V07' && `评委 ${one.inspectorId}` === inspector,
        )!
        const sum = judged.reduce((before, id) => before + (card.marks[id] ?? 0), 0)
        expect(Number(working[0]!.split(' + ')[0])).toBeCloseTo(sum, 6)
      }
    },
  )
})

test('a deferred village: why, and neither a figure nor an inspector', async () => {
  const file = readSample<AuditEdition>('round-2.json')
  const scorecards = file.scorecards.filter(
    ({ villageId, inspectorId }) => villageId !== 'V03' || ['I03', 'I04'].includes(inspectorId),
  )
  const other = await day({ state: 'closed', file: { ...file, scorecards } })
  try {
    await sealed(other)
    const { steps } = await other.administrator.does('ranking', 'explain', { roundId: other.roundId, villageId: 'V03' })
    expect(steps).toEqual([{ kind: 'deferred', sentences: expect.any(Array) }])
    expect(JSON.stringify(steps)).toContain('评分表 2 张')
    expect(JSON.stringify(steps)).not.toMatch(/\d\.\d/)
  } finally {
    await other.stop()
  }
})

describe('the sealed file decides', () => {
  const fileId = () => snapshotOf(today).files.audit.fileId
  const cloudPath = () => fileId().replace(/^cloud:\/\/[^/]+\//, '')

  test('one mark changed in storage since: refused, not explained', async () => {
    const { fileContent } = await today.cloud.sdk().downloadFile({ fileID: fileId() })
    const file = JSON.parse(fileContent.toString()) as AuditEdition
    const { marks } = file.scorecards.find(({ villageId }) => villageId === 'V07')!
    marks.C01 = marks.C01 === 1 ? 2 : 1
    const put = (content: Buffer) => today.cloud.sdk().uploadFile({ cloudPath: cloudPath(), fileContent: content })
    await put(Buffer.from(JSON.stringify(file)))
    expect(await codeOf(today, 'administrator', 'ranking', 'explain', ask('V01'))).toBe('sealedFileLost')
    await put(fileContent)
    expect(await codeOf(today, 'administrator', 'ranking', 'explain', ask('V01'))).toBe('ok')
  })

  test('gone: it says so, for trying again will not bring it back', async () => {
    await today.cloud.sdk().deleteFile({ fileList: [fileId()] })
    expect(await codeOf(today, 'administrator', 'ranking', 'explain', ask())).toBe('sealedFileLost')
    expect(await codeOf(today, 'administrator', 'ranking', 'board', { roundId: today.roundId })).toBe('ok')
  })
})

async function publicFile(): Promise<PublicEdition> {
  const { fileContent } = await today.cloud.sdk().downloadFile({ fileID: snapshotOf(today).files.public!.fileId })
  return JSON.parse(fileContent.toString()) as PublicEdition
}
