/** 对标 on a leader's phone, in the production build: how far below the best, who that is, by action and revitalisation. */
import type { VillageResult } from '../../src/contract/ranking'
import { markText, percentText } from '../../src/domain/cents-text'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { readSample, sealAndAnnounce } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { snapshotOf } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  const file = readSample<AuditEdition>('round-2.json')
  // Nobody went to V05.
  const stops = file.stops.map((stop) => (stop.villageId === 'V05' ? { ...stop, state: 'skipped' as const } : stop))
  today = await day({ state: 'closed', file: { ...file, stops } })
  await sealAndAnnounce(today.cloud, today.roundId)
})
afterAll(() => today.stop())
afterEach(putAway)

async function opensVillage(village: string) {
  const phone = phoneOn(today, today.leader, { time: itsTime() })
  await phone.opens('manage/village/index', { round: today.roundId, village })
  await phone.sees('别的村')
  return phone
}

const resultOf = (villageId: string): Promise<VillageResult> =>
  today.leader.does('ranking', 'village', { roundId: today.roundId, villageId })

test('the weakest indicators, each with its own mark, the best and whose it is; one press leads to that village', async () => {
  const { lessons } = (await resultOf('V07')).comparison!
  expect(lessons).toHaveLength(3)
  const phone = await opensVillage('V07')
  const shown = phone.shows()
  expect(shown).toContain('别人之长 · 自己之短')
  for (const { title, mean, best, full, bestVillages } of lessons) {
    const own = shown.slice(shown.lastIndexOf(title, shown.length), shown.length)
    for (const words of [`本村${markText(mean)}`, `最好${markText(best)}`, `满分 ${markText(full)}`])
      expect(own.replace(/\s*\n\s*/g, '')).toContain(words)
    for (const { name } of bestVillages) expect(own).toContain(name)
  }
  const [{ title, bestVillages }] = lessons as [(typeof lessons)[number]]
  await phone.taps(`${title}最好的村，${bestVillages[0]!.name}`)
  const there = await resultOf(bestVillages[0]!.id)
  await phone.sees(`第 ${there.row.rank} 名`)
  expect(phone.app.title).toBe(bestVillages[0]!.name)
})

test('共性目标 by action and by revitalisation: each group’s marks beside the median', async () => {
  const { actions, revitalisations } = (await resultOf('V07')).comparison!
  const phone = await opensVillage('V07')
  await phone.taps('十项行动')
  const tells = (groups: typeof actions) => {
    for (const { title, share, median } of groups)
      for (const words of [title, `${percentText(share)}%`, `中位 ${percentText(median)}%`])
        expect(phone.shows()).toContain(words)
  }
  tells(actions)
  await phone.taps('五大振兴')
  expect(phone.shows()).not.toContain(actions[0]!.title)
  tells(revitalisations)
})

test('of a deferred village nothing is compared', async () => {
  expect((await resultOf('V05')).comparison).toBeNull()
  const phone = await opensVillage('V05')
  expect(phone.shows()).toContain('缓评')
  expect(phone.shows()).not.toContain('对标')
  expect(phone.shows()).not.toContain('最好')
})

test('best in every indicator: told so, and nobody is named', async () => {
  const { _id, details } = snapshotOf(today)
  const full = new Map(today.file.scheme.indicators.map((indicator) => [indicator.id, indicator.full * U]))
  const villages = details.villages.map((village) =>
    village.villageId === 'V08'
      ? { ...village, items: village.items.map((item) => ({ ...item, mean: full.get(item.id) ?? item.mean })) }
      : village,
  )
  await change(today.cloud, 'snapshots', _id, { details: { ...details, villages } })
  const phone = await opensVillage('V08')
  expect(phone.shows()).toContain('没有更高的可以对标')
  expect(phone.shows()).not.toContain('最好的村')
  await change(today.cloud, 'snapshots', _id, { details })
})
