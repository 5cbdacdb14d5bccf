/**
 * What follows the closing, in Chromium: a sealing that falls back, one that goes through step by step, a correction that
 * keeps what was before it, and the archive. Pictures into tests/screenshots.
 */
import { administrator, cityLeader, secondAdministrator } from '../../tools/seed/people'
import { newId } from '../vocabulary/cards'
import { picturesOf } from '../vocabulary/looks-right'
import { evening, ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { untilLetGo } from '../vocabulary/until-let-go'
import { webCloud } from '../vocabulary/web'

const web = webCloud({ seed: evening() })
const phone = web.screen()
const looksRight = picturesOf('after-closing')
const CARD = `${ROUND}:I01:V01`
const REASON = '云溪村的联户覆盖率录错了，已和村里、镇里的报表对过，应为 78。'

const opensRound = () => phone.as(administrator, 'manage/round/index', { round: ROUND })

async function agreedToSeal(): Promise<void> {
  const { proposal } = await web.does(administrator, 'round', 'seal', { roundId: ROUND, sendId: newId() })
  await web.does(secondAdministrator, 'round', 'agree', { roundId: ROUND, proposalId: proposal!.id })
}

async function sealed(): Promise<void> {
  await agreedToSeal()
  const drive = () => web.does(administrator, 'round', 'seal', { roundId: ROUND, sendId: newId() })
  for (let calls = 0; calls < 10; calls++) if ((await drive()).state === 'sealed') return
  throw new Error('ten calls did not end the sealing')
}

test.each([
  ['the board', 'pages/board/index', '公布以前谁都看不到得分和名次', '0-board'],
  ['a village', 'manage/village/index', '公布以后再来', '0-village'],
  ['四象限', 'manage/quadrants/index', '公布以后再来', '0-quadrants'],
  ['本机验算', 'manage/verify/index', '不能验算', '0-verify'],
])(
  'a leader before the announcement, on %s: told when there is something, without a figure',
  async (_, page, words, picture) => {
    const visit = await phone.as(cityLeader, page, { round: ROUND, village: 'V01' })
    await visit.sees(words)
    expect(await visit.shows()).not.toMatch(/\d\.\d\d/)
    await looksRight(visit, picture)
  },
)

test('a card that breaks a rule: the sealing falls back, and says so', async () => {
  const { submitted } = web
    .docs<{ _id: string; submitted: { marks: object } }>('scorecards')
    .find(({ _id }) => _id === CARD)!
  await change(web.cloud, 'scorecards', CARD, { submitted: { ...submitted, marks: { ...submitted.marks, C01: 4.7 } } })
  await agreedToSeal()
  const visit = await opensRound()
  await visit.sees('封存没有完成，退回收卷')
  await looksRight(visit, '1-fell-back')
  expect(web.round()).toMatchObject({ state: 'closed', sealing: null })
  await change(web.cloud, 'scorecards', CARD, { submitted })
  // Left open, it would look again by itself and drive the next sealing too.
  await visit.page.close()
})

test('step by step, told as it goes on, to the end', async () => {
  await agreedToSeal()
  let calls = 0
  const { held, letGo } = untilLetGo()
  await phone.context.route('**/call/round', async (route) => {
    if (route.request().postDataJSON().action === 'seal' && ++calls > 3) await held
    await route.continue()
  })
  const visit = await opensRound()
  await visit.sees('正在封存')
  await visit.sees('3 / 8 步')
  await looksRight(visit, '2-sealing')
  letGo()
  await visit.sees('已经封存')
  await phone.context.unroute('**/call/round')
  await looksRight(visit, '3-sealed', { whole: true })
})

test('corrected: what was sealed before is kept, and can be laid beside it', async () => {
  const reopened = await web.does(administrator, 'round', 'reopen', { roundId: ROUND, sendId: newId(), reason: REASON })
  await web.does(secondAdministrator, 'round', 'agree', { roundId: ROUND, proposalId: reopened.proposal.id })
  const correction = { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value: 78 } as const
  const send = { roundId: ROUND, sendId: newId(), correction, reason: REASON }
  const { proposal } = await web.does(administrator, 'round', 'correct', send)
  await web.does(secondAdministrator, 'round', 'agree', { roundId: ROUND, proposalId: proposal.id })
  await sealed()
  await web.does(administrator, 'round', 'announce', { roundId: ROUND, sendId: newId() })

  const visit = await opensRound()
  await visit.taps('历次封存')
  await visit.sees('第 2 次封存')
  await looksRight(visit, '4-former', { whole: true })
  await visit.taps('看第 1 次封存的榜单')
  await visit.sees('这份榜单后来更正过')
  await looksRight(visit, '5-former-board')
  const board = await phone.as(administrator, 'pages/board/index', { round: ROUND })
  await board.sees('第 1 次更正')
  await looksRight(board, '6-corrected-board')
})

test('archived: nobody changes anything, everything can be read', async () => {
  const visit = await opensRound()
  await visit.sees('已经公布')
  await web.does(administrator, 'round', 'archive', { roundId: ROUND, sendId: newId() })
  const after = await opensRound()
  await after.sees('已经归档')
  await looksRight(after, '7-archived', { whole: true })
})
