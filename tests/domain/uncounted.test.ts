import fc from 'fast-check'
import { answerFigures } from '../../cloudfunctions/common/answer-figures'
import { CHANNELS } from '../../src/domain/round-file'
import { whyUncounted } from '../../src/domain/uncounted'
import { tinyRound } from './tiny-round'

const { survey } = tinyRound().scheme

test('nobody is told it counts where it does not, nor the other way round', () => {
  const response = fc.record({
    channel: fc.constantFrom(...CHANNELS),
    tooFast: fc.boolean(),
    restored: fc.boolean(),
    answers: fc.dictionary(fc.constantFrom('Q1', 'Q2'), fc.constantFrom(5, 4, 1, 0)),
  })
  fc.assert(
    fc.property(response, (one) => expect(whyUncounted(one, survey) === null).toBe(answerFigures(one, survey).counts)),
  )
})

test.each([
  [{ channel: 'picture', tooFast: true, answers: {} }, 'channel'],
  [{ channel: 'poster', tooFast: true, answers: {} }, 'tooFast'],
  [{ channel: 'poster', tooFast: false, answers: {} }, 'tooFewAnswers'],
  [{ channel: 'card', tooFast: false, answers: { Q1: 5 } }, null],
] as const)('%j: %s', (response, why) => expect(whyUncounted({ ...response, restored: false }, survey)).toBe(why))
