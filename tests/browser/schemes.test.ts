/**
 * 考核方案 on the web build: a version read, copied, changed by its forms, seen as others will see it, and published; on a
 * phone and on a computer. Pictures into tests/screenshots.
 */
import type { SchemeDoc } from '../../cloudfunctions/common/documents'
import { administrator } from '../../tools/seed/people'
import { COMPUTER } from '../vocabulary/browser'
import { picturesOf } from '../vocabulary/looks-right'
import { type Screen, webCloud } from '../vocabulary/web'

const web = webCloud()
const phone = web.screen()
const computer = web.screen(COMPUTER)
const on = (screen: Screen, page: string, query = {}) => screen.as(administrator, `prepare/${page}`, query)
const version2 = { id: 'pilot-2024', version: '2' }
const docOf = (number: number) => web.docs<SchemeDoc>('schemes').find(({ _id }) => _id === `pilot-2024:${number}`)!
const looksRight = picturesOf('schemes')

test('from the list to a new version, and what is published is only read', async () => {
  const visit = await on(phone, 'index')
  await visit.taps('考核方案')
  await visit.sees('1 个版本')
  await looksRight(visit, '01-list')
  await visit.taps('党建引领乡村振兴试点三年行动考核方案（样例）')
  await visit.sees('复制成新的一版来改')
  await looksRight(visit, '02-published')
  await visit.taps('指标，')
  await visit.sees('指标 C01 党支部战斗堡垒作用')
  await looksRight(visit, '03-in-words')
  await visit.page.goBack()
  await visit.taps('复制成新的一版来改')
  await visit.sees('第 2 版')
  await looksRight(visit, '04-draft')
  expect(docOf(2)).toMatchObject({ state: 'draft' })
})

test('an indicator: a fault is said where it stands while it is typed; kept over a reload; saved', async () => {
  const visit = await on(phone, 'scheme/index', version2)
  await visit.taps('指标，')
  await visit.sees('加一项指标')
  await looksRight(visit, '05-indicators')
  await visit.taps('党员联户与先锋模范')
  await visit.sees('第 2 档从多少起')
  await visit.types('第 3 档从多少起', '35')
  await visit.sees('没有比上一档的 40 大')
  await looksRight(visit, '06-bands', { whole: true })
  await visit.page.reload()
  await visit.sees('接着上次没保存的写')
  await visit.sees('没有比上一档的 40 大')
  await visit.types('第 3 档从多少起', '65')
  await visit.taps('保存')
  await visit.sees('加一项指标')
  const changed = docOf(2).rules.indicators[2]!
  expect(changed.kind === 'measured' && changed.bands[2]).toEqual({ from: 65, mark: 2 })

  await visit.taps('党支部战斗堡垒作用')
  await visit.sees('评分标准')
  await looksRight(visit, '07-rubric', { whole: true })
})

test('weights that do not sum: said, kept all the same, and the way to publishing leads there', async () => {
  const visit = await on(phone, 'scheme/index', version2)
  await visit.taps('权重和规则')
  await visit.types('共性', '45')
  await visit.sees('三卷权重加起来是 105，要正好是 100。')
  await looksRight(visit, '08-weights')
  await visit.taps('先保存，还有 1 处要改')
  await visit.sees('去改权重和规则，总共 1 处')
  await looksRight(visit, '09-faulty')
  await visit.taps('去改权重和规则，总共 1 处')
  await visit.types('示范', '25')
  await visit.taps('保存')
  await visit.sees('再发布')
})

test('questions and settings, the order of the actions', async () => {
  const visit = await on(phone, 'scheme/index', version2)
  await visit.taps('测评，')
  await visit.sees('加一道题目')
  await looksRight(visit, '10-survey', { whole: true })
  await visit.taps('加一道题目')
  await visit.types('题目', '村里新办的老年食堂和日间照料中心，您家里的老人去过以后对饭菜和照顾满意不满意呢？')
  await visit.sees('个字，手机上字会变小')
  await looksRight(visit, '11-question')
  await visit.taps('保存')
  await visit.taps('份数、及格分、途径')
  await visit.sees('哪些途径计分')
  await looksRight(visit, '12-survey-rules', { whole: true })
  const settings = await on(phone, 'scheme/index', version2)
  await settings.taps('设置，')
  await settings.sees('公布给谁')
  await looksRight(settings, '13-settings', { whole: true })
  const order = await on(phone, 'scheme/index', version2)
  await order.taps('十项行动')
  await order.taps('调行动的顺序')
  await order.taps('产业兴村行动，往上移')
  await looksRight(order, '14-order')
  await order.taps('存这个顺序')
  await order.sees('调行动的顺序')
  expect(
    docOf(2)
      .rules.actions.slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(['A02', 'A01'])
})

test('as inspectors and villagers will see it, and nothing is stored', async () => {
  const before = web.cloud.dump('schemes')
  const visit = await on(phone, 'scheme/index', version2)
  await visit.taps('评委的评分表')
  await visit.sees('这是预览，点了不算数')
  await visit.taps('党支部战斗堡垒作用，2.5 分：制度健全、按期开展')
  await looksRight(visit, '15-preview-card')
  await visit.taps('扣分项')
  await visit.taps('标语错误或破损严重')
  await visit.sees('看到几次')
  await looksRight(visit, '15b-preview-deductions')
  await visit.taps('村民测评')
  await visit.sees('第 1 题，共 11 题')
  await looksRight(visit, '16-preview-survey')
  await visit.taps('基本满意')
  await visit.sees('第 2 题，共 11 题')
  expect(web.cloud.dump('schemes')).toEqual(before)
  expect(web.cloud.dump('answers').length).toBeGreaterThan(0)
})

test('published on a computer: what changed in words, what becomes immutable', async () => {
  const visit = await on(computer, 'scheme/index', version2)
  await visit.sees('再发布')
  await looksRight(visit, '17-draft-wide')
  const list = await on(computer, 'scheme/part/index', { ...version2, part: 'indicators' })
  await list.sees('加一项指标')
  await looksRight(list, '18-indicators-wide')
  const form = await on(computer, 'scheme/entry/index', { ...version2, kind: 'indicators', entry: 'C01' })
  await form.sees('评分标准')
  await looksRight(form, '19-form-wide')
  await visit.taps('看第 2 版改了什么，再发布')
  await visit.sees('和第 1 版比')
  const words = await visit.shows()
  for (const line of [
    '共性目标权重',
    '原来：40 分',
    '现在：45 分',
    '行动的顺序',
    '新加：权重 1',
    '都不能再改，也不能删',
  ])
    expect(words).toContain(line)
  await looksRight(visit, '20-publish-wide', { whole: true })
  await visit.taps('发布第 2 版')
  await visit.saysYes()
  await visit.sees('已经发布')
  await looksRight(visit, '21-published-wide')
  expect(docOf(2)).toMatchObject({ state: 'published' })
})

test('a new scheme from nothing', async () => {
  const visit = await on(phone, 'schemes/index')
  await visit.taps('新建一个方案')
  await visit.types('方案名称', '数字乡村试点考核方案')
  await looksRight(visit, '22-new')
  await visit.taps('建这个方案')
  await visit.sees('去改指标，总共 4 处')
  await looksRight(visit, '23-new-draft')
})
