/** 通报 and 得分表 on an administrator's phone, 通报 on a leader's, in the production build. */
import { type Day, day, type Person } from '../vocabulary/day'
import { wordSections } from '../vocabulary/office-files'
import { phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { roundOf, sealed } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await sealed(today)
})
afterAll(() => today.stop())
afterEach(putAway)

async function roundPageOf(person: Person) {
  const phone = phoneOn(today, person, { time: itsTime() })
  await phone.opens('manage/round/index', { round: today.roundId })
  await phone.sees('导出存档')
  return phone
}

test('通报: WeChat opens it, under its own name, to be passed on', async () => {
  const phone = await roundPageOf(today.administrator)
  await phone.taps('通报（Word）')
  const [{ bytes, ...document }] = phone.app.phone.opened as [(typeof phone.app.phone.opened)[number]]
  expect(document).toEqual({ fileName: '通报-第2次拉练.docx', fileType: 'docx', showMenu: true })
  expect(wordSections(Buffer.from(bytes).toString('base64'))[0]!.heading).toBe('一、总分和名次')
})

test('得分表; asked for again, it takes the former one’s place', async () => {
  const phone = await roundPageOf(today.administrator)
  await phone.taps('得分表（Excel）')
  await phone.taps('得分表（Excel）')
  expect(phone.app.phone.opened.map(({ fileName, fileType }) => [fileName, fileType])).toEqual([
    ['得分表-第2次拉练.xlsx', 'xlsx'],
    ['得分表-第2次拉练.xlsx', 'xlsx'],
  ])
  expect([...phone.files.keys()]).toEqual(['得分表-第2次拉练.xlsx'])
})

test('a full phone, and a WeChat that cannot: said in a sentence', async () => {
  const phone = await roundPageOf(today.administrator)
  phone.app.phone.filesAreFull = true
  await phone.taps('通报（Word）')
  await phone.sees('手机可能满了')
  phone.app.phone.filesAreFull = false
  phone.app.phone.openFails = 'openDocument:fail filetype not supported'
  await phone.taps('通报（Word）')
  await phone.sees('微信没有打开这个文件')
  expect(phone.shows()).not.toContain('手机可能满了')
})

test('a rehearsal has tables, and no bulletin', async () => {
  await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
  const phone = await roundPageOf(today.administrator)
  expect(phone.shows()).toContain('得分表（Excel）')
  expect(phone.shows()).not.toContain('通报（Word）')
  await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
})

test('an inspector, once announced, is offered neither', async () => {
  await change(today.cloud, 'rounds', today.roundId, { state: 'announced' })
  const phone = await roundPageOf(today.inspector('I01'))
  expect(phone.shows()).not.toContain('得分表')
  await change(today.cloud, 'rounds', today.roundId, { state: 'sealed' })
})

describe('from the board, once announced', () => {
  beforeAll(() => change(today.cloud, 'rounds', today.roundId, { state: 'announced' }))
  afterAll(() => change(today.cloud, 'rounds', today.roundId, { state: 'sealed' }))

  async function boardOf({ openid }: Person) {
    const phone = phoneWith({ time: itsTime(), callFunction: through(today.cloud.url, openid) })
    await phone.opens('pages/board/index')
    await phone.sees('本机验算')
    return phone
  }

  test.each(['leader', 'districtLeader', 'administrator'] as const)('%s opens the bulletin', async (who) => {
    const phone = await boardOf(today[who])
    await phone.taps('通报（Word）')
    expect(phone.app.phone.opened.map(({ fileName }) => fileName)).toEqual(['通报-第2次拉练.docx'])
  })

  test('one that cannot be opened is said in a sentence', async () => {
    const phone = await boardOf(today.leader)
    phone.app.phone.openFails = 'openDocument:fail filetype not supported'
    await phone.taps('通报（Word）')
    await phone.sees('没有打开通报')
    expect(phone.shows()).toContain('微信没有打开这个文件')
  })

  test('who may not fetch it is not offered it: an inspector whom the scheme shows the board; nobody of a rehearsal', async () => {
    const { settings } = roundOf(today)
    await change(today.cloud, 'rounds', today.roundId, { settings: { ...settings, announceTo: ['inspector'] } })
    const phone = await boardOf(today.inspector('I01'))
    expect(phone.shows()).not.toContain('通报（Word）')
    await change(today.cloud, 'rounds', today.roundId, { settings, rehearsal: true })
    const leaders = phoneWith({ time: itsTime(), callFunction: through(today.cloud.url, today.leader.openid) })
    await leaders.opens('pages/board/index', { round: today.roundId })
    await leaders.sees('本机验算')
    expect(leaders.shows()).not.toContain('通报（Word）')
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
  })
})
