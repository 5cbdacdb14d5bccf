/**
 * The evening of a round, on the web build: an administrator closes and proposes, the second one agrees, sealing runs,
 * the ranking is announced, a leader reads it. Pictures into tests/screenshots.
 */
import { administrator, cityLeader, secondAdministrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import { newId, plainCard } from '../vocabulary/cards'
import { looksOver } from '../vocabulary/looks-over'
import { atRest, picturesOf } from '../vocabulary/looks-right'
import { ROUND, sample } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const HOUR = 3_600_000
const MINUTE = 60_000

const web = webCloud({ seed: sample })
const phone = web.screen()
const looksRight = picturesOf('evening')
const opensRound = (who: { memberId: string }) => phone.as(who, 'manage/round/index', { round: ROUND })

/** As their phone said with the last send of that card. */
async function phoneWaits(inspector: string, village: string, count: number) {
  const waiting = { count, at: Date.now() - 20 * MINUTE }
  await change(web.cloud, 'scorecards', `${ROUND}:${inspector}:${village}`, { waiting })
}

async function submitsLate(inspector: string, villageId: string) {
  await web.does(inspector, 'scoring', 'submit', {
    roundId: ROUND,
    villageId,
    sendId: newId(),
    phone: newId(),
    device: '华为 nova 9',
    at: Date.now() - 12 * MINUTE,
    waiting: 0,
    seconds: 600,
    marks: plainCard(sampleRound2(), villageId),
  })
}

test('closing: who looks on, what is still out, and what it asks', async () => {
  const leader = await phone.as(cityLeader, 'pages/board/index')
  await leader.sees('还没有公布的榜单')
  await leader.taps('看今天的进度')
  await leader.sees('各村')
  expect(await leader.shows()).not.toMatch(/\d\d\.\d\d/)
  await looksRight(leader, '1-progress')
  await leader.page.close()

  await phoneWaits('I05', 'V08', 3)
  await web.does(administrator, 'round', 'changeDay', {
    roundId: ROUND,
    sendId: newId(),
    change: { kind: 'absent', inspectorId: 'I04' },
    reason: '下午市里有会，先回去了',
    preview: false,
  })
  const progress = await phone.as(administrator, 'manage/progress/index', { round: ROUND })
  await progress.sees('手机上还有 3 项没传')
  await progress.sees('不在，交了 6 张')
  await progress.page.getByText('不在，交了 6 张').scrollIntoViewIfNeeded()
  await looksRight(progress, '1b-inspectors')
  await progress.page.close()
  const first = await opensRound(administrator)
  await first.sees('收卷前要看的')
  await first.sees('万里的手机上还有 3 项没传')
  await first.sees('熊文静今天来不了')
  expect(await first.shows()).toContain('彭志强还缺 1 张评分表')
  await looksRight(first, '2-before-closing')
  await first.taps('收卷')
  const question = first.page.locator('.taro-modal__text, .taro-model__text, .taro-modal__content').first()
  expect(await question.innerText()).toMatch(/手机上还没传：万里 3 项。.*条扣分没人确认，会作废/)
  await atRest(first)
  await first.keepPicture('evening-2b-question')
  await first.saysYes()
  await first.sees('可以提请封存')
  expect(web.round().state).toBe('closed')
  await first.page.close()
})

test('sealed: what came late is in sight, one proposes, another agrees', async () => {
  await submitsLate('I07', 'V08')
  const first = await opensRound(administrator)
  await first.sees('收卷后才到的')
  await first.sees('彭志强：红林村提交评分表')
  await first.sees('等待处理')
  expect(await first.shows()).not.toMatch(/\d\d\.\d\d/)
  await looksRight(first, '3-closed')

  const closed = web.round()
  const before = closed.closedAt! - 2 * HOUR
  await change(web.cloud, 'rounds', ROUND, { closedAt: before, appealsUntil: before + HOUR })
  await first.page.reload()
  await first.sees('条没看')
  await looksRight(first, '3b-to-look-at')
  await looksOver(first)
  await first.sees('都看过了')
  await looksRight(first, '3c-looked-at')
  await first.taps('提请封存')
  await first.sees('等另一位管理员或任一评委同意')
  await looksRight(first, '4-proposed')

  const second = await opensRound(secondAdministrator)
  await second.sees('王敏提请封存第 2 次拉练')
  await looksRight(second, '5-asked-to-agree')
  // Neither of the two puts a hand to it unseen.
  await second.sees('条没看')
  await looksOver(second)
  await second.taps('同意封存')
  await second.sees('已经封存')
  expect(web.round().state).toBe('sealed')
  await looksRight(second, '6-sealed')
  expect((await second.downloads('通报（Word）')).fileName).toBe('通报-第2次拉练.docx')
  expect((await second.downloads('得分表（Excel）')).fileName).toBe('得分表-第2次拉练.xlsx')
})

test('announced: a leader who waited for it reads the board and a village', async () => {
  const waiting = await phone.as(cityLeader, 'pages/board/index')
  await waiting.sees('已经封存，等着公布')
  expect(await waiting.shows()).not.toMatch(/\d\d\.\d\d/)

  const second = await opensRound(secondAdministrator)
  await second.taps('公布榜单')
  await second.saysYes()
  await second.sees('已经公布')
  await looksRight(second, '7-announced')

  await waiting.taps('再看一次')
  await waiting.sees('第 2 次拉练榜单')
  await looksRight(waiting, '8-board')
  await waiting.taps('桥头村')
  await waiting.sees('64.14')
  await looksRight(waiting, '9-village')
})

test('a proposal can be withdrawn, and a refusal is said in its own sentence', async () => {
  const first = await opensRound(administrator)
  await first.sees('导出存档')
  await first.taps('审计版，要两人同意')
  await first.types('给谁看、为什么', '市审计局张工，核对第 2 次拉练算分')
  await first.taps('提请导出审计版')
  await first.sees('撤回提请')
  await looksRight(first, '10-export-proposed')

  const second = await opensRound(secondAdministrator)
  await second.sees('同意导出审计版')
  await first.taps('撤回提请')
  await first.noLongerSees('撤回提请')
  await second.taps('同意导出审计版')
  await second.sees('没有找到这条内容')
  await looksRight(second, '11-refused')
})
