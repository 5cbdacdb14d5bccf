/** 封存前要看的: one line a kind, whatever the order and number of warnings; 已看 holds only for what was there. */
import type { ReviewWarning, Warning } from '../../src/contract/ranking'
import { ReviewWarning as ReviewWarningSchema, Warning as WarningSchema } from '../../src/contract/ranking'
import { lookGroups, unseenOf } from '../../src/manage/round/look-over/groups'

const review = (code: ReviewWarning['code'], change: Partial<ReviewWarning> = {}): ReviewWarning => ({
  code,
  villageId: 'V08',
  villageName: '红林村',
  inspectorId: null,
  inspectorName: '',
  text: '评分表不够，这个村要缓评。',
  ids: [],
  mayAccept: false,
  ...change,
})
const survey = (code: Warning['code'], change: Partial<Warning> = {}): Warning => ({
  code,
  villageId: 'V01',
  villageName: '云溪村',
  text: '有一分钟里收到的答卷特别多。',
  excludedFor: null,
  mayRestore: false,
  ...change,
})
const missing = (n: number) =>
  review('cardMissing', { inspectorId: `I0${n}`, inspectorName: ['罗建华', '万里', '邓小芸', '彭志强'][n - 1] })
const keysOf = (groups: ReturnType<typeof lookGroups>) =>
  groups.flatMap(({ concerns }) => concerns.map(({ key }) => key))

test('seven cards missing are one thing to look at: how many, a few by name', () => {
  const [group, ...others] = lookGroups([1, 2, 3, 4].map(missing), [])
  expect(others).toEqual([])
  expect(group).toMatchObject({ title: '缺 4 张评分表', note: '罗建华：红林村、万里：红林村、邓小芸：红林村等 4 张' })
  expect(group!.concerns).toHaveLength(4)
})

test('where the title names all, the line below says what comes of it', () => {
  const lenient = (inspectorName: string) =>
    review('lenient', { inspectorId: inspectorName, inspectorName, villageId: null, villageName: '' })
  const [two] = lookGroups([lenient('周明远'), lenient('胡海燕')], [])
  expect(two).toMatchObject({ title: '周明远、胡海燕偏宽', note: two!.meaning })
  const [three] = lookGroups([lenient('周明远'), lenient('胡海燕'), lenient('万里')], [])
  expect(three).toMatchObject({ title: '3 位评委偏宽', note: '周明远、胡海燕、万里' })
})

test('of outlying marks each line says which, and what they are is said once', () => {
  const text = '有的分和别的评委、和这位评委自己的尺度都差得远，请再看一眼：产业融合与品牌。'
  const [group] = lookGroups([review('outlyingMarks', { inspectorName: '邓小芸', inspectorId: 'I06', text })], [])
  expect(group!.concerns).toMatchObject([{ about: '邓小芸给红林村', text: '产业融合与品牌。' }])
  const other = { inspectorName: '万里', inspectorId: 'I05', text }
  const [both] = lookGroups([review('outlyingMarks', other), review('outlyingMarks', { text })], [])
  expect(both!.isSaidOnce).toBe(false)
  expect(lookGroups([missing(1), missing(2)], [])[0]!.isSaidOnce).toBe(true)
})

test('every kind of warning that the server can send has its line, and none is dropped', () => {
  const reviewed = ReviewWarningSchema.shape.code.options.map((code) => review(code))
  const surveyed = WarningSchema.shape.code.options.flatMap((code) =>
    code === 'excluded'
      ? (['channel', 'tooFast'] as const).map((excludedFor) => survey(code, { excludedFor }))
      : [survey(code)],
  )
  const groups = lookGroups(reviewed, surveyed)
  expect(groups.map(({ concerns }) => concerns.length)).toEqual(groups.map(() => 1))
  expect(groups).toHaveLength(reviewed.length + surveyed.length)
  for (const { title, meaning } of groups) expect(`${title} ${meaning}`).not.toMatch(/undefined|分为|名次是|\d\d\.\d/)
})

test('what asks for a decision stands first', () => {
  const groups = lookGroups([review('harsh'), review('tooFewCards'), review('appealOpen')], [survey('burst')])
  expect(groups.map(({ key }) => key)).toEqual(['appealOpen', 'tooFewCards', 'harsh', 'burst'])
})

test('已看 holds for what was there: one more card missing, and the kind is to be looked at again', () => {
  const before = lookGroups([missing(1)], [survey('burst')])
  const seen = keysOf(before)
  expect(unseenOf(before, [])).toBe(2)
  expect(unseenOf(before, seen)).toBe(0)
  expect(unseenOf(lookGroups([missing(1), missing(2)], [survey('burst')]), seen)).toBe(1)
})

test('a decision made since does not make it new: 已提请照常排名', () => {
  const before = lookGroups([review('tooFewCards', { mayAccept: true })], [])
  const after = lookGroups([review('tooFewCards', { text: '评分表不够，这个村要缓评。已提请照常排名。' })], [])
  expect(before[0]!.concerns[0]!.act).toEqual({ kind: 'accept', villageId: 'V08' })
  expect(after[0]!.concerns[0]!.act).toBeNull()
  expect(unseenOf(after, keysOf(before))).toBe(0)
})
