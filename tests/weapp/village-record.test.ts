/** What is on record of a village, and the round before beside it, on a leader's phone in the production build. */
import type { FindingDoc } from '../../cloudfunctions/common/documents'
import { centsChange, centsText } from '../../src/domain/cents-text'
import { sampleFindings } from '../../tools/seed/findings'
import { sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { type Day, day } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

const first = round1()
const [sample] = sampleFindings(first, shanghaiDay(Date.now()))
/** Newest first as they are told: five done with, then two that are open, the later deadline first. */
const findings = [
  ...[1, 2, 3, 4, 5].map((n) =>
    found({ text: `改好的第 ${n} 条`, state: 'verified', dueOn: '2020-01-01', at: 100 - n }),
  ),
  found({ text: '明年到期的', state: 'fixing', dueOn: '2099-12-31', at: 2 }),
  found({ text: '早就到期的', state: 'assigned', dueOn: '2020-01-02', at: 1 }),
]

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await announces(today.cloud, first)
  await seedAll(today.cloud, { findings })
  await sealAndAnnounce(today.cloud, today.roundId)
})
afterAll(() => today.stop())
afterEach(putAway)

async function opensVillage() {
  const phone = phoneOn(today, today.leader, { time: itsTime() })
  await phone.opens('manage/village/index', { round: today.roundId, village: 'V07' })
  await phone.sees('别的村')
  return phone
}
const result = () => today.leader.does('ranking', 'village', { roundId: today.roundId, villageId: 'V07' })

test('what is open stands first by its deadline; what is done with is shortened until it is asked for', async () => {
  const phone = await opensVillage()
  const texts = () => phone.shows().match(/改好的第 \d 条|明年到期的|早就到期的/g)
  expect(phone.shows()).toContain('7 条，已销号 5 条')
  expect(texts()).toEqual(['早就到期的', '明年到期的', '改好的第 1 条', '改好的第 2 条'])
  expect(phone.shows()).toMatch(/已交办\s*逾期 \d+ 天\s*限 1 月 2 日前/)
  expect(phone.shows()).toMatch(/整改中\s*限 12 月 31 日前/)
  // A deadline that was met is nobody's any more.
  expect(phone.shows()).not.toContain('限 1 月 1 日前')
  await phone.taps('全部 7 条')
  expect(texts()).toHaveLength(7)
  expect(phone.shows()).not.toContain('全部 7 条')
})

test('who answers for it; no highlight is said to be none', async () => {
  const { responsibilities } = await result()
  const phone = await opensVillage()
  expect(responsibilities.length).toBeGreaterThan(2)
  for (const { name } of responsibilities) expect(phone.shows()).toContain(name)
  expect(phone.shows()).toContain('这次没有记下亮点。')
})

test('the papers of the round before, the board’s own 增量 in the head, 不了解 where it may be told', async () => {
  const { progress } = await today.leader.does('ranking', 'board', { roundId: today.roundId })
  const gain = progress!.rows.find(({ village }) => village.id === 'V07')!.total
  const { former, questions } = await result()
  const phone = await opensVillage()
  await phone.taps(`全部 ${questions.length} 题`)
  const shown = phone.shows()
  expect(shown).toContain(`增量 ${centsChange(gain, 0)}，`)
  for (const score of Object.values(former!.papers)) expect(shown).toContain(`${centsText(score!)} →`)
  const told = questions.filter(({ answered }) => answered !== null)
  expect(shown.match(/\d+ 人答，不了解 \d+%/g)).toEqual(
    told.map(({ answered, unansweredOf100 }) => `${answered} 人答，不了解 ${unansweredOf100}%`),
  )
  expect(told.length).toBeGreaterThan(0)
})

test('a snapshot of before has no papers of the former round: the page shows its own, as bars', async () => {
  const { _id, previous } = snapshotOf(today)
  const { figures: _, ...older } = previous!
  const { command } = today.cloud.sdk().database()
  await change(today.cloud, 'snapshots', _id, { previous: command.set(older), progress: null })
  const { row } = await result()
  const shown = (await opensVillage()).shows()
  await change(today.cloud, 'snapshots', _id, { previous: command.set(previous) })
  expect(shown).toContain(`总分 ${centsChange(row.total!, row.previous!.total)}，`)
  expect(shown).toContain(centsText(row.common!))
  expect(shown).toContain('校正前')
  expect(shown).not.toContain('增量')
  expect(shown).not.toContain('▲▼')
})

function found(fields: Partial<FindingDoc>): FindingDoc {
  return { ...sample!, _id: `found-${fields.at}`, villageId: 'V07', ...fields }
}
