/** What a refused payload is told: the place in the shape and a sentence, and nothing of what was sent. */
import { explain } from '../../cloudfunctions/common/explain'
import { contract } from '../../src/contract'

const answers = (sent: unknown) => {
  const { error } = contract.survey.answer.in.safeParse({
    roundId: '2024-2',
    villageId: 'V01',
    key: '0123456789abcdef0123456789abcdef',
    scene: 1047,
    answers: sent,
    seconds: 60,
    adult: true,
  })
  return explain(error!)
}

test('a key that is no key is not repeated', () => {
  expect(answers({ 我家在村东头第三户: 4 })).toEqual({ path: 'answers', problem: expect.stringContaining('不认识') })
})

test('a key that is one is named: which question it was', () => {
  expect(answers({ Q01: 'five' })).toEqual({ path: 'answers.Q01', problem: '类型不对，应为数字' })
})

test('`__proto__` as a record’s key reaches nobody', () => {
  const sent = JSON.parse('{"Q01":4,"__proto__":{"Q02":4}}') as unknown
  const { data } = contract.survey.answer.in.shape.answers.safeParse(sent)
  expect(data).toEqual({ Q01: 4 })
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
})

test('a field too many is not repeated', () => {
  const { error } = contract.survey.publicPage.in.safeParse({ villageId: 'V01', 张三: 1 })
  expect(explain(error!)).toEqual({ path: '', problem: '有不认识的内容，请更新小程序后再试' })
})
