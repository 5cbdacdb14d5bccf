import type { SnapshotDoc } from '../../cloudfunctions/common/documents'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { administrator } from '../../tools/seed/people'
import { readSample } from '../../tools/seed/sample'
import type { Visit } from '../vocabulary/browser'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { announced, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const first = round1()
const last = { ...readSample<AuditEdition>('round-2.json'), number: 3 }

jest.setTimeout(120_000)
const skipsV07 = (stop: AuditEdition['stops'][number]) =>
  stop.villageId === 'V07' ? { ...stop, state: 'skipped' as const } : stop
/** Three rounds; in the second nobody went to V07. */
const second: AuditEdition = {
  ...first,
  id: '2024-1b',
  number: 2,
  date: '2024-12-20',
  stops: first.stops.map(skipsV07),
  deductions: [],
}
const web = webCloud({ seed: announced(first, second, last) })
const phone = web.screen()
const opens = (village: string) => phone.as(administrator, 'manage/village/index', { round: last.id, village })
const looksRight = (visit: Visit, picture: string) => looksRightAs(visit, picture, { whole: true })

test('对标: its weakest indicators, and one press from whoever is best there', async () => {
  const visit = await opens('V07')
  await visit.sees('别人之长 · 自己之短')
  await looksRight(visit, 'village')
  const names = last.villages.map(({ name }) => name).join('|')
  const best = (await visit.page
    .getByRole('button', { name: /最好的村，/ })
    .first()
    .getAttribute('aria-label'))!
  const [name] = best.match(new RegExp(`(${names})$`))!
  await visit.taps(best)
  await visit.sees(name!)
  await visit.sees('第 1 名')
})

test('共性目标 by action and by revitalisation, each beside the median', async () => {
  const visit = await opens('V07')
  await visit.taps('十项行动')
  for (const { title } of last.scheme.actions) await visit.sees(title)
  await looksRight(visit, 'village-actions')
  await visit.taps('五大振兴')
  await visit.sees('产业振兴')
  expect(await visit.shows()).toContain('占满分的比例')
  await looksRight(visit, 'village-revitalisations')
})

test('走势: rank and total of every round; one in which nobody came says so', async () => {
  const visit = await opens('V07')
  await visit.sees('走势')
  for (const words of ['第 1 次', '63.49', '2024-12-20，没有名次', '比第 1 次名次持平，+0.65 分', '64.14'])
    expect(await visit.shows()).toContain(words)
})

test('a village that nobody surpasses in any indicator is told so', async () => {
  const { _id, details } = web.docs<SnapshotDoc>('snapshots').find((one) => one.roundId === last.id)!
  const full = new Map(last.scheme.indicators.map((indicator) => [indicator.id, indicator.full * U]))
  const villages = details.villages.map((village) =>
    village.villageId === 'V08'
      ? { ...village, items: village.items.map((item) => ({ ...item, mean: full.get(item.id) ?? item.mean })) }
      : village,
  )
  await change(web.cloud, 'snapshots', _id, { details: { ...details, villages } })
  const visit = await opens('V08')
  await visit.sees('没有更高的可以对标')
  expect(await visit.shows()).not.toContain('最好的村')
})
