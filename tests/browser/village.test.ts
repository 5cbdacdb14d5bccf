import type { SnapshotDoc } from '../../cloudfunctions/common/documents'
import { centsChange, centsText } from '../../src/domain/cents-text'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { sampleFindings } from '../../tools/seed/findings'
import { administrator } from '../../tools/seed/people'
import { readSample, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import type { Visit } from '../vocabulary/browser'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { announced, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const first = round1()
const last = { ...readSample<AuditEdition>('round-2.json'), number: 3 }

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
const highlights = ['议事厅每周三开门，村民当场提、当场答，记在墙上。', '古祠修旧如旧，周末由村里老人自己讲解。'].map(
  (text, n) => ({
    _id: `highlight-${n}`,
    roundId: last.id,
    villageId: 'V01',
    text,
    at: n,
  }),
)
const web = webCloud({
  async seed(cloud, now) {
    await announced(first, second, last)(cloud, now)
    await seedAll(cloud, { findings: sampleFindings(first, shanghaiDay(now)), highlights })
  },
})
const phone = web.screen()
const opens = (village: string) => phone.as(administrator, 'manage/village/index', { round: last.id, village })
const looksRight = (visit: Visit, picture: string) => looksRightAs(visit, picture, { whole: true })

test('last round beside this one: papers, questions, the board’s own 增量, and how sure the place is', async () => {
  const visit = await opens('V01')
  await visit.sees('第 2 次')
  await looksRight(visit, 'village-whole')
  const shown = await visit.shows()
  const board = await web.does(administrator, 'ranking', 'board', { roundId: last.id })
  const gain = board.progress!.rows.find(({ village }) => village.id === 'V01')!.total
  expect(shown).toContain(`增量 ${centsChange(gain, 0)}，`)
  // No other plus on the page: a difference of totals is said in words.
  expect(shown.match(/\+\d/g)).toHaveLength(gain > 0 ? 1 : 0)
  const { row, former, questions } = await web.does(administrator, 'ranking', 'village', {
    roundId: last.id,
    villageId: 'V01',
  })
  const { ranks } = row.certainty!
  const label = (words: string) => visit.page.getByRole('img', { name: words })
  await label(`第 ${row.rank} 名，名次多半在第 ${ranks[0]}–${ranks[1]} 名之间`).first().waitFor()
  await label(`共性目标上次 ${centsText(former!.papers.common!)}，这次 ${centsText(row.common!)}`)
    .first()
    .waitFor()
  await visit.taps(`全部 ${questions.length} 题`)
  await visit.sees('只看两头')
  const rose = former!.questions.map(({ id, mean }) => questions.find((one) => one.id === id)!.mean! - mean)
  expect(await label('比上次高').count()).toBe(rose.filter((change) => change > 0).length)
  expect(await label('比上次低').count()).toBe(rose.filter((change) => change < 0).length)
  expect(rose.some((change) => change !== 0)).toBe(true)
})

test('first what stands out: four of the questions, what is below the median; all of it by a tap', async () => {
  const visit = await opens('V01')
  const { questions, items } = await web.does(administrator, 'ranking', 'village', {
    roundId: last.id,
    villageId: 'V01',
  })
  const shownOf = (shown: string, titles: readonly string[]) => titles.filter((title) => shown.includes(title))
  const asked = questions.map(({ title }) => title)
  const common = items.filter(({ paper }) => paper === 'common')
  const below = common.filter(({ mean, median }) => mean! < median!).map(({ title }) => title)
  await visit.sees(`${below.length} 项低于中位`)
  const few = await visit.shows()
  expect(shownOf(few, asked)).toHaveLength(4)
  expect(shownOf(few, below)).toHaveLength(below.length)
  await visit.taps(`全部 ${asked.length} 题`)
  await visit.taps(`全部 ${common.length} 项`)
  await visit.sees('只看低于中位的')
  const all = await visit.shows()
  expect(shownOf(all, asked)).toHaveLength(asked.length)
  expect(
    shownOf(
      all,
      common.map(({ title }) => title),
    ),
  ).toHaveLength(common.length)
  await looksRight(visit, 'village-all')
})

test('with large type', async () => {
  const visit = await phone.as(administrator, 'manage/village/index', { round: last.id, village: 'V01', type: 'large' })
  await visit.sees('谁负责')
  await looksRight(visit, 'village-large')
})

test('problems with what became of them, strengths, and who answers for the village', async () => {
  const visit = await opens('V01')
  await visit.sees('2 条，已销号 0 条')
  for (const words of [
    '整改中',
    '逾期 9 天',
    '已交办',
    '第 1 次拉练查出',
    highlights[0]!.text,
    '谁负责',
    '镇党委书记',
    '刘建国',
  ])
    expect(await visit.shows()).toContain(words)
})

test('the first round has no round before it: bars from 0', async () => {
  const visit = await phone.as(administrator, 'manage/village/index', { round: first.id, village: 'V01' })
  await visit.sees('没有上一次可比')
  expect(await visit.page.getByRole('img', { name: '共性目标上次' }).count()).toBe(0)
  expect(await visit.shows()).toContain('这次没有记下亮点。')
  await looksRight(visit, 'village-first')
})

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
  for (const words of ['第 1 次', '63.49', '2024-12-20，没有名次', '比第 1 次名次持平，总分高 0.65', '64.14'])
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
