import type { CallOut } from '../../src/contract'
import { U } from '../../src/domain/units'
import { administrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import type { Visit } from '../vocabulary/browser'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { announced, ROUND, round1 } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const web = webCloud({ seed: announced(round1(), sampleRound2()) })
const phone = web.screen()
const opens = (page: string, query = {}) => phone.as(administrator, page, query)
const looksRight = (visit: Visit, picture: string) => looksRightAs(visit, picture, { whole: true })

test('whether the panel is sound: by paper and by inspector, in figures and words', async () => {
  const visit = await opens('manage/round/index', { round: ROUND })
  await visit.taps('评审组打得怎样')
  await visit.sees('分数的差别从哪里来')
  for (const { name } of sampleRound2().panel) expect(await visit.shows()).toContain(name)
  await looksRight(visit, 'panel')
})

test('the board: villages of one 档 in one frame; a village: its range of ranks', async () => {
  const visit = await opens('pages/board/index')
  await visit.sees('难分高下')
  await looksRight(visit, 'bands')
  await visit.taps('第 1 名')
  await visit.sees('得第一的可能')
  await looksRight(visit, 'bands-village')
})

test('进步榜 and 四象限: how far each village moved, and where it stands', async () => {
  const visit = await opens('pages/board/index')
  await visit.sees('难分高下')
  await visit.taps('进步')
  await visit.sees('和第 1 次拉练比')
  await looksRight(visit, 'gains')
  await visit.taps('四象限：水平与进步')
  await visit.sees('一般的在变好')
  await looksRight(visit, 'quadrants')
  await visit.taps('桥头村')
  await visit.sees('水平在中位以下')
})

test('四象限 of twelve villages, many of them alike: every name can be read, with large type too', async () => {
  for (const type of ['normal', 'large']) {
    const visit = await opens('pages/me/index', { type })
    await visit.page.route('**/call/ranking', async (route) => {
      const answer = await route.fetch()
      const told = (await answer.json()) as { result: { data: BoardAnswer } }
      if (told.result.data.progress) crowd(told.result.data)
      await route.fulfill({ response: answer, json: told })
    })
    await visit.page.goto(visit.page.url().replace(/#.*/, '#/manage/quadrants/index?round=2024-2'))
    await visit.sees('一般的在变好')
    await looksRight(visit, `quadrants-crowded-${type}`)
    expect(await overlapping(visit)).toEqual([])
  }
})

type BoardAnswer = CallOut<'ranking', 'board'>

/** Twelve villages, names of three to six characters, half of them within three marks of each other. */
function crowd(board: BoardAnswer) {
  const names = '云溪村 清港村 金沙村 淳风村 巧云村 归贤村 桥头村 红林村 下河图村 新四军岭村 上埠头畲族村 石门村'.split(
    ' ',
  )
  const places = [
    [80.5, 3.8],
    [82.6, 5.3],
    [78.3, 9.2],
    [76.3, 0.2],
    [80.1, 0.6],
    [80.8, 2.4],
    [64.1, 8.1],
    [83.4, 6.1],
    [81.2, 3.1],
    [79.6, 4.4],
    [80.3, 4.9],
    [82.1, 4.1],
  ] as const
  const [row, dot] = [board.rows[0]!, board.progress!.quadrants!.dots[0]!]
  board.rows = names.map((name, i) => ({ ...row, rank: i + 1, village: { ...row.village, id: `V${i}`, name } }))
  board.progress!.quadrants = {
    kind: 'joint',
    medians: { level: 80.4 * U, progress: 4.25 * U },
    dots: places.map(([level, progress], i) => ({
      ...dot,
      villageId: `V${i}`,
      level: Math.round(level * U),
      progress: Math.round(progress * U),
    })),
  }
}

/** Names that lie over each other, or over a word of the picture. */
function overlapping(visit: Visit): Promise<string[]> {
  return visit.page.locator('.dot-name:visible, .quadrant-name:visible, .median-figure:visible').evaluateAll((all) => {
    // The letters, less the air of their line.
    const boxes = all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      return { text: one.textContent, left, right, top: top + 3, bottom: bottom - 3 }
    })
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} ${b.text}`),
    )
  })
}
