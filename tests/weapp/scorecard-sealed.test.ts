/** What an inspector's phone tells of its own card after sealing, and how long the card was open, in the production build. */
import type { ScorecardDoc, SnapshotDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { sealed } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

const VILLAGE = 'V08'
const FIRST = '党支部战斗堡垒作用'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running' })
})
afterAll(() => today.stop())
afterEach(putAway)

const opens = (phone: Phone, page: string) =>
  phone.opens(`inspect/${page}/index`, { round: today.roundId, village: VILLAGE })
const card = (inspectorId: string) =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    ({ _id }) => _id === `${today.roundId}:${inspectorId}:${VILLAGE}`,
  )!

async function submits(phone: Phone) {
  await opens(phone, 'scorecard')
  await phone.sees('0/15')
  for (const paper of ['共性', '示范']) {
    await phone.taps(paper)
    for (const { name, disabled } of phone.app.controls()) {
      if (!disabled && name.includes('，加 ')) await phone.taps(name)
    }
  }
  await phone.taps('核对并提交')
  await phone.taps('提交红林村评分')
  await phone.sees('服务器已收到')
}

const time = itsTime()
let phone: Phone

test('seconds count while the card is looked at, not while the phone lies in a pocket', async () => {
  phone = phoneOn(today, today.inspector('I07'), { time })
  let ahead = 0
  const passes = (ms: number) => {
    ahead += ms
    time.isShownAheadBy(ahead)
  }
  await opens(phone, 'scorecard')
  await phone.sees('0/15')
  passes(90_000)
  await phone.taps(`${FIRST}，2.5 分`)
  await phone.background()
  passes(3_600_000)
  await phone.foreground()
  passes(30_000)
  await phone.taps(`${FIRST}，撤销`)
  await phone.background()
  expect(Number(phone.storage.get(`open/${today.roundId}/${VILLAGE}`))).toBeGreaterThanOrEqual(120)
  expect(Number(phone.storage.get(`open/${today.roundId}/${VILLAGE}`))).toBeLessThan(1_800)
  phone.dies()

  await submits(phone)
  const [seconds] = Object.values(card('I07').durations!)
  expect(seconds).toBeGreaterThanOrEqual(120)
  // Whatever the rest takes, the hour in the pocket is not in it.
  expect(seconds).toBeLessThan(1_800)
})

describe('after sealing', () => {
  let hash: string
  beforeAll(async () => {
    hash = card('I07').submitted!.hash
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed', closedAt: Date.now() - 3 * 3_600_000 })
    for (const { _id } of today.dump('deductions'))
      await change(today.cloud, 'deductions', _id as string, { confirmedAt: Date.now() - 5 * 3_600_000 })
    await sealed(today)
  })

  /** The route page learns that the day is over; then the check page asks. */
  async function seesVerdict(words: string) {
    await phone.opens('inspect/route/index', { round: today.roundId })
    await phone.app.until(() => phone.storage.get(`day/${today.roundId}`)!.includes('"state":"sealed"'))
    await opens(phone, 'submit')
    await phone.sees(words)
  }

  async function changeSealed(other: object) {
    const [snapshot] = today.dump('snapshots') as unknown as SnapshotDoc[]
    const cards = snapshot!.cards!.map((each) =>
      each.inspectorId === 'I07' && each.villageId === VILLAGE ? { ...each, ...other } : each,
    )
    await change(today.cloud, 'snapshots', snapshot!._id, { cards })
  }

  test('what was submitted here is what was sealed: said with the first eight characters of its hash', async () => {
    await seesVerdict('已如实计入')
    expect(phone.shows()).toContain(hash.slice('sha256:'.length, 'sha256:'.length + 8))
    expect(phone.app.controls().map(({ name }) => name)).not.toContain('重新提交红林村评分')
  })

  test('a card of another phone of mine: which one is said, no alarm', async () => {
    await changeSealed({ hash: `sha256:${'5'.repeat(64)}`, phone: newId(), device: '华为 nova 9' })
    await seesVerdict('在另一台手机上改过')
    expect(phone.shows()).toContain('华为 nova 9')
  })

  test('a card that nothing explains: the alarm names it, both hashes are there to be copied', async () => {
    await changeSealed({ hash: `sha256:${'5'.repeat(64)}`, phone: Object.keys(card('I07').durations!)[0] })
    await seesVerdict('红林村的评分表与封存的不一致')
    await phone.taps('复制两个校验码')
    expect(phone.app.phone.clipboard[0]).toContain(hash)
    expect(phone.app.phone.clipboard[0]).toContain('5'.repeat(64))
  })
})
