import type { AuditEdition } from '../../src/domain/round-file'
import { readSample } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { sealed, snapshotOf } from '../vocabulary/rounds'
import { stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer', 'reader'] } })
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })

describe('sealed', () => {
  beforeAll(() => sealed(today))

  test('every inspector who scored, with name; figures as they were frozen, an estimate below 0 as none', async () => {
    const { inspectors, papers } = await today.administrator.does('ranking', 'panelQuality', ask())
    const { panel } = readSample<AuditEdition>('round-2.json')
    expect(inspectors.map(({ name }) => name).sort()).toEqual(panel.map(({ name }) => name).sort())
    const frozen = snapshotOf(today).panel!
    for (const { id, severity, agreement } of inspectors)
      expect(frozen.inspectors.find(({ inspectorId }) => inspectorId === id)).toMatchObject({ severity, agreement })
    for (const paper of ['common', 'demonstration'] as const) {
      const { variance, mean } = papers[paper]!
      for (const part of ['village', 'inspector', 'rest'] as const)
        expect(variance[part]).toBe(Math.max(frozen.papers[paper]!.variance[part], 0))
      expect(mean).toBe(frozen.papers[paper]!.mean)
    }
  })

  test('three database requests, and reading writes nothing', async () => {
    const before = stored(today.cloud)
    const { administrator, cloud } = today
    expect(await cloud.requests.during(() => administrator.does('ranking', 'panelQuality', ask()))).toBe(3)
    expect(stored(cloud)).toEqual(before)
  })
})
