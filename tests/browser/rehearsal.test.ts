/** The evening of a rehearsal on the web build: places without a survey, and words that say why. Pictures, axe on each. */
import { rehearsalId } from '../../src/domain/rehearsal-id'
import { rehearsedScheme } from '../../src/domain/rehearsed-scheme'
import { administrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import { COMPUTER, type Visit } from '../vocabulary/browser'
import { picturesOf } from '../vocabulary/looks-right'
import { announced } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const round = rehearsalId('2024-2', 1)
/** One village has too few scorecards for a place. */
const file = () => {
  const real = sampleRound2()
  const scorecards = real.scorecards.filter(({ villageId }) => villageId !== 'V08')
  return { ...real, id: round, rehearsal: true, scheme: rehearsedScheme(real.scheme), responses: [], scorecards }
}
const web = webCloud({ seed: announced(file()) })
const phone = web.screen()
const computer = web.screen(COMPUTER)
const looksRight = picturesOf('rehearsal')

async function shown(visit: Visit, words: string, picture: string, whole = true): Promise<Visit> {
  await visit.sees(words)
  await looksRight(visit, picture, { whole })
  return visit
}

test('the board ranks, and says that nobody was asked', async () => {
  const visit = await phone.as(administrator, 'pages/board/index', { round })
  await shown(visit, '演练没有问村民：满意度不计分', 'board')
  expect(await visit.shows()).toContain('当天没有去，或评分太少')
  await visit.taps('四卷')
  await shown(visit, '满分 43', 'papers')
  expect(await visit.shows()).not.toContain('满分 0')
})

test.each([
  ['V01', '满意度不计分', 'village'],
  ['V08', '不排名次：当天没有去，或评分太少', 'village-deferred'],
])('the page of %s', async (village, words, picture) => {
  await shown(await phone.as(administrator, 'manage/village/index', { round, village }), words, picture)
})

test('how a village’s score comes about', async () => {
  const visit = await phone.as(administrator, 'manage/how/index', { round, village: 'V01' })
  await shown(visit, '满意度的权重是 0', 'how')
})

test('the reveal, to a hall', async () => {
  const visit = await computer.as(administrator, 'manage/reveal/index', { round })
  await shown(visit, '没有问村民', 'reveal-title', false)
  await visit.taps('下一张')
  await shown(visit, '第 7 名', 'reveal-village', false)
  for (let slides = 0; slides < 7; slides++) await visit.taps('下一张')
  await shown(visit, '当天没有去，或评分太少', 'reveal-deferred', false)
  await visit.taps('下一张')
  await shown(visit, '共性 57', 'reveal-ranking', false)
})

test('a rehearsal that was deleted, for an inspector who opens it', async () => {
  const gone = rehearsalId('2024-2', 99)
  await shown(await phone.as('I01', 'inspect/route/index', { round: gone }), '没有这次演练', 'gone', false)
})
