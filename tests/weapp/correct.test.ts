/** 改正录入 in the production build: what is on record, one fact corrected by two persons, and what may go wrong on the way. */
import type { AuditEdition } from '../../src/domain/round-file'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { fewAnswers } from '../vocabulary/few-answers'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

const INDICATOR = '党员联户与先锋模范'
const INCOME = '村集体经营性收入'
const GOAL = '“山水乡愁”研学路线年接待 3000 人次'
const REASON = '村里报表是 78，录入时看错了'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'closed', file: fewAnswers() })
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const phoneOf = (person: Person, { lost = 0 } = {}) =>
  phoneOn(today, person, { time: itsTime(), lost: Array.from({ length: lost }, () => 'correct') })
const V01 = () => ({ round: today.roundId, village: 'V01' })
const opensForm = async (phone: Phone, what: object = { indicator: 'C03' }) => {
  await phone.opens('manage/correct/fact/index', { ...V01(), ...what })
  await phone.sees('提请以后')
}
/** The one button at the bottom. */
const dock = (phone: Phone) => phone.app.controls().at(-1)!
const fillsIn = async (phone: Phone, value: string) => {
  await phone.types('改为', value)
  await phone.types('为什么改正', REASON)
}
const proposes = (value: number, who = today.secondAdministrator) =>
  who.does('round', 'correct', {
    roundId: today.roundId,
    sendId: newId(),
    correction: { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value },
    reason: REASON,
  })
async function sealedFile(): Promise<AuditEdition> {
  const { fileContent } = await today.cloud.sdk().downloadFile({ fileID: snapshotOf(today).files.audit.fileId })
  return JSON.parse(fileContent.toString('utf8'))
}

describe('改正录入: from the round’s page to the sealed inputs', () => {
  test('a measured value: one proposes, it waits, the other agrees, and what is sealed has it', async () => {
    const first = phoneOf(today.administrator)
    await first.opens('manage/round/index', { round: today.roundId })
    await first.sees('录入有错')
    await first.taps('改正录入')
    await first.sees('实测数 13 项，示范目标 3 条')
    await first.taps('云溪村')
    await first.sees('王敏录入，陈立复核')
    await first.taps(INDICATOR)
    await first.sees('87%')
    await fillsIn(first, '78')
    await first.taps('提请改正')
    await first.sees('已提请改正')
    for (const words of [
      `云溪村 · ${INDICATOR}（联户覆盖率 %）：87 改为 78`,
      REASON,
      '王敏（你）',
      '管理员或不回避的评委',
    ])
      expect(first.shows()).toContain(words)
    expect(roundOf(today).corrected).toBeUndefined()

    await first.taps('回到这个村')
    expect(first.app.route).toBe('manage/correct/village/index')
    await first.sees('等第二个人同意')
    expect(first.shows()).toContain('87%')
    await first.goesBack()
    await first.sees('1 项等同意')

    const second = phoneOf(today.secondAdministrator)
    await second.opens('manage/correct/fact/index', { ...V01(), indicator: 'C03' })
    await second.sees('87 改为 78')
    await second.taps('到拉练页去同意')
    await second.sees('同意改正录入')
    await second.taps('同意改正录入')
    await second.sees('陈立')
    await second.opens('manage/correct/village/index', V01())
    await second.sees('原来录入 87%，已改正')
    expect(second.shows()).toContain('78%')

    await sealed(today)
    const values = ({ measurements }: Pick<AuditEdition, 'measurements'>) =>
      measurements.map(({ villageId, indicatorId, value }) => `${villageId} ${indicatorId} ${value}`)
    const [entered, inputs] = [values(today.file), values(await sealedFile())]
    expect(inputs).toHaveLength(entered.length)
    expect(inputs.filter((one) => !entered.includes(one))).toEqual(['V01 C03 78'])
  })

  test('a goal: its title and difficulty, never its full mark; then the sealed inputs have both', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/correct/village/index', V01())
    await phone.sees('示范目标')
    await phone.taps(GOAL)
    await phone.sees('满分 10，不能改')
    expect(dock(phone)).toMatchObject({ name: '先改名称或难度系数', disabled: true })
    await phone.types('名称改为', ' “山水乡愁”研学路线年接待 300 人次 ')
    await phone.types('难度系数改为', '0.9')
    await phone.types('为什么改正', '申报表上是 300 人次')
    await phone.taps('提请改正')
    await phone.sees('难度系数 0.8 改为 0.9')
    const { id } = roundOf(today).proposals[0]!
    await today.inspector('I03').does('round', 'agree', { roundId: today.roundId, proposalId: id })
    await sealed(today)
    const before = today.file.goals.find((goal) => goal.id === 'V01-G1')!
    expect((await sealedFile()).goals.find((goal) => goal.id === 'V01-G1')).toEqual({
      ...before,
      title: '“山水乡愁”研学路线年接待 300 人次',
      difficulty: 0.9,
    })
  })

  test('no screen of it tells a mark, a score, a rank or an effect', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/correct/village/index', V01())
    await phone.sees(INDICATOR)
    expect(phone.shows()).not.toMatch(/得分|名次|排名|均分|总分|第 \d+ 名/)
    await opensForm(phone)
    expect(phone.shows()).not.toMatch(/得分|满分|名次|排名|均分|总分|算分/)
  })
})

describe('改正录入: what is typed is checked at once, by the server’s own rule', () => {
  test.each([
    ['78.00001', '数值最多四位小数'],
    ['87', '和现在的数值一样，不用改正'],
    ['七十八', '请写数字，如 78 或 77.5'],
    ['5000000000', '数值太大了，请再核对一遍'],
  ])('%s: %s', async (typed, sentence) => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone)
    await fillsIn(phone, typed)
    expect(phone.shows()).toContain(sentence)
    expect(dock(phone).disabled).toBe(true)
    await phone.types('改为', '77.5')
    expect(phone.shows()).not.toContain(sentence)
    expect(dock(phone)).toMatchObject({ name: '提请改正', disabled: false })
  })

  test('a reason is asked for: two characters that are not blanks', async () => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone)
    await phone.types('改为', '78')
    await phone.types('为什么改正', ' 错 ')
    expect(dock(phone)).toMatchObject({ name: '先写为什么改正', disabled: true })
    await phone.types('为什么改正', '错了')
    expect(dock(phone).disabled).toBe(false)
  })

  test.each([
    ['1.01', '难度系数大于 0、最大 1，最多两位小数'],
    ['0', '难度系数大于 0、最大 1，最多两位小数'],
    ['0.855', '难度系数大于 0、最大 1，最多两位小数'],
    ['', '请写数字，如 0.9'],
  ])('a difficulty of %j: %s', async (typed, sentence) => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone, { goal: 'V01-G1' })
    await phone.types('难度系数改为', typed)
    expect(phone.shows()).toContain(sentence)
    expect(dock(phone).disabled).toBe(true)
  })

  test('below zero, though a keyboard of digits has no minus', async () => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone, { indicator: 'C08' })
    expect(phone.shows()).toContain(INCOME)
    await fillsIn(phone, '6.2')
    await phone.taps('改为，改成负数')
    await phone.taps('提请改正')
    await phone.sees('14 改为 −6.2')
    expect(roundOf(today).proposals[0]!.correct).toMatchObject({ value: -6.2, former: 14 })
  })
})

describe('改正录入: what may go wrong', () => {
  test('somebody proposed it meanwhile: whose it is and what it says, and nothing is proposed twice', async () => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone)
    await proposes(79)
    await fillsIn(phone, '78')
    await phone.taps('提请改正')
    await phone.sees('这件事已有人提请')
    await phone.sees('87 改为 79')
    expect(phone.shows()).toContain('提请人：陈立。')
    expect(dock(phone).name).toBe('到拉练页去同意')
    expect(roundOf(today).proposals).toHaveLength(1)
  })

  test('a lost answer: what stands is shown as mine, once', async () => {
    const phone = phoneOf(today.administrator, { lost: 1 })
    await opensForm(phone)
    await fillsIn(phone, '78')
    await phone.taps('提请改正')
    await phone.sees('87 改为 78')
    expect(phone.shows()).not.toContain('没有办成')
    expect(dock(phone).name).toBe('到拉练页看，可以撤回')
    await phone.taps('到拉练页看，可以撤回')
    await phone.sees('撤回提请')
    await phone.taps('撤回提请')
    await phone.app.until(() => roundOf(today).proposals.length === 0)
  })

  test('corrected while the form was open: it stands as it is now, and what was typed can still be sent', async () => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone)
    await fillsIn(phone, '80')
    const { proposal } = await proposes(80)
    await today.inspector('I03').does('round', 'agree', { roundId: today.roundId, proposalId: proposal.id })
    await phone.taps('提请改正')
    await phone.sees('和现在的数值一样')
    await phone.sees('原来录入 87%，已改正过')
    expect(dock(phone).disabled).toBe(true)
    await phone.types('改为', '78')
    await phone.taps('提请改正')
    await phone.sees('80 改为 78')
  })

  test('reopened or sealed meanwhile: when it can be done, on every page of it', async () => {
    const phone = phoneOf(today.administrator)
    await opensForm(phone)
    await fillsIn(phone, '78')
    await change(today.cloud, 'rounds', today.roundId, { state: 'sealed' })
    await phone.taps('提请改正')
    await phone.sees('现在不能改正录入')
    for (const page of ['manage/correct/index', 'manage/correct/village/index']) {
      await phone.opens(page, V01())
      await phone.sees('收卷以后、封存以前改')
    }
    expect(roundOf(today).proposals).toEqual([])
  })

  test('no signal: what to do; with it again, the list; without it again, what was read stays', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('录入有错')
    await phone.losesSignal()
    await phone.taps('改正录入')
    await phone.sees('没有读到')
    expect(phone.shows()).toContain('离线')
    await phone.hasSignal()
    await phone.taps('再读一次')
    await phone.sees('云溪村')
    await phone.taps('云溪村')
    await phone.sees(INDICATOR)
    await phone.taps(INDICATOR)
    await phone.sees('提请以后')
    await phone.losesSignal()
    await fillsIn(phone, '78')
    await phone.taps('提请改正')
    await phone.sees('网络或服务器忙')
    expect(phone.shows()).toContain('87%')
    await phone.hasSignal()
    await phone.taps('提请改正')
    await phone.sees('已提请改正')
    expect(roundOf(today).proposals).toHaveLength(1)
  })

  test('a village that was not visited, an item it does not have: there is nothing to correct', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/correct/fact/index', { ...V01(), indicator: 'C01' })
    await phone.sees('这里没有可以改正的')
    await phone.opens('manage/correct/village/index', { round: today.roundId, village: 'V99' })
    await phone.sees('这里没有可以改正的')
    await phone.taps('看别的村')
    await phone.sees('各村')
  })

  test('an inspector finds no way there, and is turned back at the door; while it runs, nobody does', async () => {
    const inspector = phoneOf(today.inspector('I01'))
    await inspector.opens('manage/round/index', { round: today.roundId })
    await inspector.sees('收卷时的样子')
    expect(inspector.shows()).not.toContain('改正录入')
    await inspector.opens('manage/correct/index', { round: today.roundId })
    await inspector.sees('您的身份不能做这件事')
    inspector.dies()
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('今天有变')
    expect(phone.shows()).not.toContain('改正录入')
  })
})
