import { administrator, cityLeader } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import type { Visit } from '../vocabulary/browser'
import { eventually } from '../vocabulary/eventually'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { announced, ROUND } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const file = sampleRound2()
const nobodyNamed = file.panel.map(({ name }) => name)
// Nobody but two scored V05: it is deferred.
const scorecards = file.scorecards.filter(
  ({ villageId, inspectorId }) => villageId !== 'V05' || ['I01', 'I02'].includes(inspectorId),
)
const web = webCloud({ seed: announced({ ...file, scorecards }) })
const phone = web.screen()
const opens = (who: { memberId: string }, page: string, village: string, more = {}) =>
  phone.as(who, page, { round: ROUND, village, ...more })
const looksRight = (visit: Visit, picture: string) => looksRightAs(visit, picture, { whole: true })

test('from a village to how its score came about: the sum first, then step by step, the lists where asked for', async () => {
  const visit = await opens(cityLeader, 'manage/village/index', 'V01')
  await visit.taps('这个分数怎么来的')
  await visit.sees('云溪村总分')
  const shown = await visit.shows()
  const steps = ['共性目标', '示范目标', '满意度', '扣分', '总分', '名次']
  for (const step of steps) expect(shown).toContain(step)
  expect(shown).not.toContain('评委 A')
  await looksRight(visit, 'how')

  await visit.taps('看所有评委的分（9 位），共性目标')
  await visit.sees('最高，去掉')
  await visit.sees('最低，去掉')
  for (const name of nobodyNamed) expect(await visit.shows()).not.toContain(name)
  await looksRight(visit, 'how-cards')
})

test('an administrator reads who gave what', async () => {
  const visit = await opens(administrator, 'manage/how/index', 'V01')
  await visit.taps('看所有评委的分（9 位），示范目标')
  await visit.sees('最高，去掉')
  const given = file.scorecards.filter(({ villageId }) => villageId === 'V01').map((card) => card.inspectorId)
  for (const { id, name } of file.panel) if (given.includes(id)) expect(await visit.shows()).toContain(name)
})

test('with large type on a small phone nothing is cut off, and no figure leaves its row', async () => {
  const visit = await opens(administrator, 'manage/how/index', 'V07', { type: 'large' })
  await visit.sees('桥头村总分')
  for (const paper of ['共性目标', '示范目标']) await visit.taps(`看所有评委的分（9 位），${paper}`)
  for (const width of [390, 320]) {
    await visit.page.setViewportSize({ width, height: 844 })
    await looksRight(visit, `how-large-${width}`)
    await eventually(async () => expect(await cutOff(visit, width)).toEqual([]))
  }
})

/** What stands beyond the edge, or over its neighbour in the same row. */
function cutOff(visit: Visit, width: number): Promise<string[]> {
  return visit.shown.evaluate((page, edge) => {
    const leaves = [...page.querySelectorAll('*')].filter(
      (one) => one.childElementCount === 0 && one.textContent?.trim(),
    )
    const beyond = leaves.filter((one) => one.getBoundingClientRect().right > edge + 0.5).map((one) => one.textContent!)
    const rows = [...page.querySelectorAll('.how-line, .how-sum, .how-total, .how-head')]
    const over = rows.flatMap((row) => {
      const boxes = [...row.children].map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
      return boxes.flatMap(({ text, box }, i) =>
        boxes
          .slice(i + 1)
          .filter(({ box: b }) => box.left < b.right - 0.5 && b.left < box.right - 0.5)
          .filter(({ box: b }) => box.top < b.bottom - 0.5 && b.top < box.bottom - 0.5)
          .map((other) => `${text} over ${other.text}`),
      )
    })
    return [...beyond, ...over]
  }, width)
}

test('a deferred village: why, and no figure', async () => {
  const visit = await opens(cityLeader, 'manage/village/index', 'V05')
  await visit.taps('为什么缓评')
  await visit.sees('评分表 2 张')
  expect(await visit.shows()).not.toMatch(/\d\.\d\d/)
  await looksRight(visit, 'how-deferred')
})

test('what cannot be read says so, and may be read again', async () => {
  const visit = await opens(cityLeader, 'manage/how/index', 'V99')
  await visit.sees('没有读到')
  await Promise.all([visit.page.waitForRequest('**/call/ranking'), visit.taps('再读一次')])
  await visit.sees('没有读到')
})
