/**
 * The review in Chromium: late work admitted, a provisional village ranked all the same, the sealed round reopened, each
 * by two persons and without a figure. Pictures into tests/screenshots.
 */
import type { LateDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import { administrator, secondAdministrator } from '../../tools/seed/people'
import { sampleRound2, sealAndAnnounce } from '../../tools/seed/sample'
import { newId, plainCard } from '../vocabulary/cards'
import { eventually } from '../vocabulary/eventually'
import { picturesOf } from '../vocabulary/looks-right'
import { evening, ROUND } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const file = sampleRound2()
const VILLAGE = file.villages.find(({ id }) => id === 'V08')!

/** Two of the village's cards came in time; a third one will come late. */
const own = file.scorecards.filter(({ villageId }) => villageId === VILLAGE.id)
const missing = own.slice(2).map(({ inspectorId }) => inspectorId)
const late = file.panel.find(({ id }) => id === missing[0])!
const web = webCloud({
  seed: evening(file, (documents) => ({
    ...documents,
    scorecards: (documents.scorecards as ScorecardDoc[]).filter(
      (card) => card.villageId !== VILLAGE.id || !missing.includes(card.inspectorId),
    ),
  })),
})
const phone = web.screen()
const as = (who: { memberId: string }) => phone.as(who, 'manage/round/index', { round: ROUND })
const looksRight = picturesOf('review', { whole: true })

test('a provisional village is named, and proposed to be ranked all the same', async () => {
  const visit = await as(administrator)
  await visit.sees('封存前要看的')
  expect(await visit.shows()).not.toMatch(/\d\d\.\d\d/)
  await looksRight(visit, '1-review')
  await visit.taps(`${VILLAGE.name}评分表不够，要缓评，还没看`)
  await visit.taps(`${VILLAGE.name}，照常排名`)
  await visit.types('为什么照常排名', '一位评委中途生病，另两位都打完了')
  await looksRight(visit, '2-accept')
  await visit.taps('提请照常排名')
  await visit.sees('已提请照常排名')
  await visit.taps('撤回提请')
  await eventually(() => expect(web.round().proposals).toEqual([]))
})

test('late work is admitted by two persons; then nothing is provisional', async () => {
  await web.does(late.id, 'scoring', 'submit', {
    roundId: ROUND,
    villageId: VILLAGE.id,
    sendId: newId(),
    phone: newId(),
    device: '华为 nova 9',
    at: Date.now() - 3 * 3_600_000,
    waiting: 0,
    seconds: 600,
    marks: plainCard(file, VILLAGE.id),
  })
  const first = await as(administrator)
  await first.sees('收卷后才到的')
  await first.taps(`${late.name}：${VILLAGE.name}提交评分表，选它采纳`)
  await first.types('为什么采纳', '山里没有信号，收卷前就打完了')
  await looksRight(first, '3-late-chosen')
  await first.taps('提请采纳')
  await first.sees('管理员或不回避的评委')

  const second = await as(secondAdministrator)
  await second.sees('山里没有信号，收卷前就打完了')
  await looksRight(second, '4-late-asked')
  await second.taps('同意采纳收卷后才到的')
  await second.saysYes()
  await second.sees('已采纳')
  expect(web.docs<LateDoc>('late').map(({ state }) => state)).toEqual(['admitted'])
  await first.page.reload()
  await first.sees('已采纳')
  expect(await first.shows()).not.toContain('要缓评')
  await looksRight(first, '5-late-admitted')
})

test('a sealed round is led back to the review by two persons', async () => {
  await sealAndAnnounce(web.cloud, ROUND)
  const first = await as(administrator)
  await first.taps('重开这次拉练，要两人同意')
  await first.types('为什么重开', '金沙村的实测数据录错了一位')
  await looksRight(first, '6-reopen')
  await first.taps('提请重开')
  await first.sees('管理员或不回避的评委')
  expect(web.round().state).toBe('announced')

  const second = await as(secondAdministrator)
  await second.taps('同意重开这次拉练')
  await second.saysYes()
  await second.sees('已经收卷')
  expect(web.round()).toMatchObject({ state: 'closed', corrections: 1 })
  await looksRight(second, '7-reopened')
})
