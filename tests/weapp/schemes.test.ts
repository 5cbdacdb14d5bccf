/** An administrator writes a scheme on the phone: what is typed survives a lost signal, a kill and somebody else's save. */
import type { SchemeDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { phoneWith, putAway, through } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'running', empty: true })
  await today.administrator.does('programme', 'copyScheme', { id: 'pilot-2024', version: 1, sendId: newId() })
})
afterEach(async () => {
  putAway()
  await today.stop()
})

type Phone = ReturnType<typeof phoneWith>
/** `lost`: answers of so many saves never arrive, though the function did its work. */
function phoneOf({ openid }: Person, { lost = 0 } = {}): Phone & { saves: () => number } {
  const call = through(today.cloud.url, openid)
  let toLose = lost
  let saves = 0
  const phone = phoneWith({
    time: itsTime(),
    callFunction: async (send) => {
      const answer = await call(send)
      if (send.data.action !== 'saveScheme') return answer
      saves++
      if (toLose-- > 0) throw { errCode: -404011, errMsg: 'request:fail timeout' }
      return answer
    },
  })
  return Object.assign(phone, { saves: () => saves })
}

const draft = { id: 'pilot-2024', version: '2' }
const docOf = (version = 2) =>
  (today.dump('schemes') as unknown as SchemeDoc[]).find(({ _id }) => _id === `pilot-2024:${version}`)!
/** The form is there: `first` are words that only then stand on the screen. */
const opensEntry = async (phone: Phone, kind: string, entry?: string, first = '还没有改动') => {
  await phone.opens('prepare/scheme/entry/index', { ...draft, kind, ...(entry && { entry }) })
  await phone.sees(first)
}
/** Kept, and back where the entry stands: a part's list, or the whole version. */
const saves = async (phone: Phone, { by = '保存', to = '加一' } = {}) => {
  await phone.taps(by)
  await phone.sees(to)
}
const whole = { to: '先看看' }
const read = () => today.administrator.does('programme', 'scheme', { id: 'pilot-2024', version: 2 })

/** Somebody else, on another phone, changes something of the draft. */
async function elsewhere(change: (rules: Awaited<ReturnType<typeof read>>['rules']) => void): Promise<void> {
  const { rules, settings, head } = await read()
  change(rules)
  await today.secondAdministrator.does('programme', 'saveScheme', {
    rules,
    settings,
    revision: head.revision,
    sendId: newId(),
  })
}

describe('from 筹备 to an entry and back', () => {
  test('versions, parts with their faults, a deduction changed', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/index')
    await phone.sees('考核方案')
    await phone.taps('考核方案')
    await phone.sees('2 个版本')
    await phone.taps('第 2 版')
    await phone.sees('再发布')
    await phone.taps('扣分项')
    await phone.sees('加一条扣分项')
    await phone.taps('工作弄虚作假、数据造假')
    await phone.sees('每次扣几分')
    expect(phone.shows()).toContain('还没有改动')
    await phone.types('每次扣几分', '12')
    await phone.sees('封顶 10 分，比每次扣的 12 分还少')
    await phone.types('最多扣几分', '24')
    await saves(phone, { to: '每次扣 12 分，封顶 24 分' })
    expect(docOf().rules.deductionItems[0]).toEqual({ id: 'K01', title: '工作弄虚作假、数据造假', marks: 12, cap: 24 })
  })

  test('a field without a number: it cannot be saved, and what blocks is counted', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'indicators', 'C01')
    await phone.types('满分', '')
    await phone.sees('满分要填一个数。')
    expect(phone.app.control('有一处要填数字').disabled).toBe(true)
    await phone.types('满分', '4')
    // The sentence for 5 marks is now above the full mark.
    await phone.sees('标准的分值要在 0 到 4 之间，现在是 5。')
    await saves(phone, { by: '先保存，还有 1 处要改' })
    await phone.opens('prepare/scheme/index', draft)
    await phone.sees('去改指标，总共 1 处')
  })

  test('judged made measured: the rubric goes, bands begin; a new question takes the next number', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'indicators', 'C01')
    await phone.taps('实测')
    await phone.types('量的是什么、用什么单位', '支部活动次数')
    await phone.taps('加一档')
    await phone.types('第 2 档从多少起', '4')
    const marks = phone.app.controls().filter(({ name }) => name === '得几分')
    expect(marks).toHaveLength(2)
    expect(phone.shows()).toContain('有一处要填数字')
    await phone.taps('删掉第 2 档')
    await saves(phone)
    const [first] = docOf().rules.indicators
    expect(first).toMatchObject({ id: 'C01', kind: 'measured', unit: '支部活动次数', bands: [{ from: null, mark: 0 }] })
    expect(first).not.toHaveProperty('rubric')

    await opensEntry(phone, 'questions')
    await phone.types('题目', '您对村里的路灯满意吗？')
    await saves(phone)
    expect(docOf().rules.survey.items.at(-1)).toEqual({ id: 'Q11', title: '您对村里的路灯满意吗？', weight: 1 })
  })

  test('taken out after a question; the order of the answers', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'deductions', 'K02')
    await phone.taps('删掉这一条')
    await phone.sees('加一')
    expect(docOf().rules.deductionItems.map(({ id }) => id)).not.toContain('K02')
    await phone.opens('prepare/scheme/part/index', { ...draft, part: 'actions' })
    await phone.sees('加一')
    await phone.taps('调行动的顺序')
    await phone.taps('支部引领行动，往下移')
    await phone.taps('存这个顺序')
    await phone.sees('调行动的顺序')
    expect(
      docOf()
        .rules.actions.slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['A02', 'A01'])
  })
})

describe('nothing typed is lost', () => {
  test('the app is killed while typing: it goes on where it was, and can be put back', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'rules')
    await phone.types('扣分封顶', '15')
    await phone.types('离群界限', '')
    phone.dies()
    await phone.opens('prepare/scheme/index', draft)
    await phone.sees('有没保存的改动')
    await opensEntry(phone, 'rules', undefined, '接着上次没保存的写')
    await saves(phone, whole)
    expect(docOf().rules).toMatchObject({ deductionCap: 15, outlierCut: null })
    await opensEntry(phone, 'rules')
    expect(phone.shows()).not.toContain('接着上次没保存的写')

    await phone.types('扣分封顶', '99')
    phone.dies()
    await opensEntry(phone, 'rules', undefined, '接着上次没保存的写')
    await phone.taps('不要了，回到保存过的样子')
    await phone.sees('先看看')
    expect(docOf().rules.deductionCap).toBe(15)
    expect([...phone.storage.keys()].filter((key) => key.startsWith('scheme/'))).toEqual([])
  })

  test('the answer is lost: said, what was typed stands, and pressed again it is the same save', async () => {
    const phone = phoneOf(today.administrator, { lost: 1 })
    await opensEntry(phone, 'settings')
    await phone.types('申诉时间（分钟）', '90')
    const before = docOf().revision
    await phone.taps('保存')
    await phone.sees('没有保存上，写的都还在')
    await saves(phone, whole)
    expect(phone.saves()).toBe(2)
    expect(docOf()).toMatchObject({ revision: before + 1, settings: { appealMinutes: 90 } })
  })
})

describe('two people at one draft', () => {
  test('each at another entry: both stand, nobody is asked', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'indicators', 'C01')
    await phone.types('指标名称', '我改的名称')
    await elsewhere(({ indicators }) => Object.assign(indicators[1]!, { title: '别处改的名称' }))
    await saves(phone)
    expect(
      docOf()
        .rules.indicators.slice(0, 2)
        .map(({ title }) => title),
    ).toEqual(['我改的名称', '别处改的名称'])
  })

  test('both at one entry: both versions are shown, and the choice is kept', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'indicators', 'C01')
    await phone.types('指标名称', '我改的名称')
    await elsewhere(({ indicators }) => Object.assign(indicators[0]!, { title: '别处改的名称' }))
    await phone.taps('保存')
    await phone.sees('刚改过这里')
    expect(phone.shows()).toContain('别处：别处改的名称')
    expect(phone.shows()).toContain('我的：我改的名称')
    expect(docOf().rules.indicators[0]!.title).toBe('别处改的名称')
    await saves(phone, { by: '用我写的' })
    expect(docOf().rules.indicators[0]!.title).toBe('我改的名称')
  })

  test('both add an indicator: each has a number of its own', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'actions')
    await phone.types('行动名称', '我加的行动')
    await elsewhere(({ actions }) => void actions.push({ id: 'A11', title: '别处加的行动' }))
    await saves(phone)
    expect(docOf().rules.actions.slice(-2)).toEqual([
      { id: 'A11', title: '别处加的行动' },
      { id: 'A12', title: '我加的行动' },
    ])
  })

  test('published meanwhile: refused, nothing of it changes', async () => {
    const phone = phoneOf(today.administrator)
    await opensEntry(phone, 'rules')
    await phone.types('扣分封顶', '15')
    const { head } = await read()
    await today.secondAdministrator.does('programme', 'publishScheme', {
      id: head.id,
      version: 2,
      revision: head.revision,
      sendId: newId(),
    })
    await phone.taps('保存')
    await phone.sees('这一版方案已经发布，不能再改')
    expect(docOf().rules.deductionCap).toBe(20)
  })
})

describe('publishing', () => {
  test('what changed is said; agreed to, it is published; a second draft is led to the first', async () => {
    await elsewhere(({ weights }) => Object.assign(weights, { common: 45, demonstration: 25 }))
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/scheme/publish/index', draft)
    await phone.sees('和第 1 版比')
    expect(phone.shows()).toMatch(/共性目标权重\n原来：40 分\n现在：45 分/)
    await phone.taps('发布第 2 版')
    await phone.sees('已经发布')
    expect(docOf()).toMatchObject({ state: 'published' })

    await today.administrator.does('programme', 'copyScheme', { id: 'pilot-2024', version: 2, sendId: newId() })
    await phone.opens('prepare/scheme/index', { id: 'pilot-2024', version: '1' })
    await phone.sees('复制成新的一版来改')
    await phone.taps('复制成新的一版来改')
    await phone.sees('已经有一版草稿')
    await phone.taps('打开第 3 版草稿')
    await phone.sees('第 3 版')
  })
})
