import { readFileSync } from 'node:fs'
import { formerFigures } from '../../src/domain/former-figures'
import type { SealedRound } from '../../src/domain/progress'
import { publicFigures } from '../../src/domain/public-figures'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundDetails } from '../../src/domain/village-details'
import { answeredRound, markedRound } from './flat-round'

const sealed = (input: AuditEdition): SealedRound => {
  const { ranking } = roundResult(input)
  return { input, ranking, details: roundDetails(input, ranking) }
}
const sample = (name: string): AuditEdition => JSON.parse(readFileSync(`tools/seed/sample/${name}.json`, 'utf8'))
const between = (before: AuditEdition, now: AuditEdition) => formerFigures(sealed(before), sealed(now))
const of = (villageId: string, figures: ReturnType<typeof between>) =>
  figures.find((one) => one.villageId === villageId)

describe('what stands beside a village’s figures is what the round before showed of it', () => {
  const [first, second] = [sample('round-1'), sample('round-2')]

  test('papers as ranked, questions as on its page', () => {
    const { ranking, details } = sealed(first)
    const figures = between(first, second)
    expect(figures.map(({ villageId }) => villageId)).toEqual(sealed(second).ranking.map(({ villageId }) => villageId))
    for (const { villageId, papers, questions } of figures) {
      const { common, demonstration, satisfaction, survey } = ranking.find((row) => row.villageId === villageId)!
      expect(papers).toEqual({ common, demonstration, satisfaction })
      const { rate, questions: then } = details.villages.find((one) => one.villageId === villageId)!
      const { items } = publicFigures(first.scheme.survey, survey.valid, rate, then)!
      expect(items).toEqual(expect.arrayContaining(questions.map((question) => expect.objectContaining(question))))
    }
    expect(of('V01', figures)!.questions.length).toBeGreaterThan(5)
  })

  test('a paper of another full mark is not set beside', () => {
    const weights = { common: 50, demonstration: 20, satisfaction: 30 }
    const before = { ...first, scheme: { ...first.scheme, weights } }
    expect(of('V01', between(before, second))!.papers).toEqual({
      common: null,
      demonstration: null,
      satisfaction: expect.any(Number),
    })
  })

  test('deferred then: no paper; not in both rounds: nothing', () => {
    const skips = (round: AuditEdition): AuditEdition => ({
      ...round,
      stops: round.stops.map((stop) => (stop.villageId === 'V01' ? { ...stop, state: 'skipped' } : stop)),
    })
    const none = { common: null, demonstration: null, satisfaction: null }
    expect(of('V01', between(skips(first), second))).toEqual({ villageId: 'V01', papers: none, questions: [] })
    const two = markedRound({ V1: { A: 50 }, V2: { A: 40 } })
    const three = markedRound({ V1: { A: 60 }, V2: { A: 50 }, V3: { A: 40 } })
    expect(between(two, three).map(({ villageId }) => villageId)).toEqual(['V1', 'V2'])
  })
})

describe('a question stands there where both rounds asked it, on one scale, and show its mean', () => {
  const asked = (points: number[]) => answeredRound({ V1: points })
  const questions = (before: AuditEdition, now: AuditEdition) => of('V1', between(before, now))!.questions
  const six = [100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0]
  const seven = [100, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0]

  test('55 of 100, then 58', () => expect(questions(asked(six), asked(seven))).toEqual([{ id: 'Q', mean: 55 }]))

  test.each([
    ['four answered then', asked([100, 100, 0, 0]), asked(seven)],
    ['four answer now', asked(six), asked([100, 100, 0, 0])],
    ['the levels had other points', asked(six.map((point) => point / 2)), asked(seven)],
    ['another question stood there', renamed(asked(six)), asked(seven)],
    [
      'one alone was not content, so that its mean is shown to nobody',
      asked([...Array(11).fill(100), 0]),
      asked(seven),
    ],
  ])('%s: none', (_why, before, now) => expect(questions(before, now)).toEqual([]))

  function renamed(round: AuditEdition): AuditEdition {
    const survey = { ...round.scheme.survey, items: [{ id: 'P', title: '另一题', weight: 1 }], overallItem: 'P' }
    const responses = round.responses.map((one) => ({ ...one, answers: { P: one.answers.Q! } }))
    return { ...round, scheme: { ...round.scheme, survey }, responses }
  }
})
