import { CHANNELS, type Response, type Scheme, type Survey } from '../../../src/domain/round-file'
import type { Random } from '../cells/random'
import { numbered, oneIn, oneOf, shuffled } from './chance'
import type { Draw } from './leanings'

/** 不了解 */
const DO_NOT_KNOW = 0

export function variedSurvey(draw: Draw, random: Random): Survey {
  const points = oneOf(draw.points, random)
  const weights = oneOf(draw.itemWeights, random)
  const items = numbered('Q', weights.length).map((id, n) => ({ id, title: id, weight: weights[n]! }))
  const min = oneOf(draw.quota, random)
  return {
    levels: [
      ...points.map((one, n) => ({ value: points.length - n, label: `${one}`, points: one })),
      { value: DO_NOT_KNOW, label: '不了解', points: null },
    ],
    items,
    overallItem: oneOf(items, random).id,
    minAnswered: oneOf([0, 0.5, 0.6, 0.75, 1], random),
    passMark: oneOf(draw.passMark, random),
    quota: { share: random.from(0, 30) / 100, min, max: min + random.from(0, 20) },
    minResponses: oneOf(draw.minResponses, random),
    scoredChannels: shuffled(CHANNELS, random).slice(0, random.from(3, 5)),
    minSecondsPerItem: 2,
    openQuestion: null,
  }
}

export function responsesOf(villageId: string, { survey }: Scheme, draw: Draw, random: Random): Response[] {
  const { levels, items, scoredChannels } = survey
  /** A village is content or not: its levels lie near one another. */
  const mood = random.from(0, levels.length - 2)
  const spoilt = oneIn(2, random) ? draw.spoilt : 0
  return Array.from({ length: oneOf(draw.answers, random) }, () => {
    const channel = oneIn(spoilt, random) ? oneOf(CHANNELS, random) : oneOf(scoredChannels, random)
    const level = () => (oneIn(3, random) ? oneOf(levels, random) : levels[mood]!).value
    const answered = items.filter(() => !oneIn(spoilt, random))
    return {
      villageId,
      channel,
      answers: Object.fromEntries(answered.map(({ id }) => [id, level()])),
      tooFast: channel !== 'card' && channel !== 'paper' && oneIn(spoilt, random),
      restored: oneIn(spoilt, random),
    }
  })
}
