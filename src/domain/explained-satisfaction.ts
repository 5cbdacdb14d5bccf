/**
 * The satisfaction paper of an explanation, from the figures of the village's page alone: valid responses, quota and mean.
 * Nothing of how many came some way or were not counted: that would tell of a few (small-cells.ts).
 */
import { div, exactUnits, least } from './exact'
import type { RankedRow } from './explained-lines'
import { FEWEST_SHOWN } from './fewest-shown'
import type { RoundFile } from './round-file'
import { surveyTallies } from './survey-tally'
import type { Units } from './units'
import { exactText, unitsText, worked } from './worked-sums'

export type SatisfactionStep = { kind: 'satisfaction'; value: Units; sentences: string[] }

export function explainedSatisfaction(round: RoundFile): (row: RankedRow) => SatisfactionStep {
  const tallies = surveyTallies(round)
  const households = new Map(round.villages.map((village) => [village.id, village.households]))
  const { weights, survey } = round.scheme
  const weight = weights.satisfaction
  return (row) => {
    const { villageId, satisfaction: value } = row
    const { valid, quota } = row.survey
    if (weight === 0) return { kind: 'satisfaction', value, sentences: ['方案里满意度的权重是 0，不计分。'] }
    if (valid < FEWEST_SHOWN) throw new Error(`${villageId} is ranked by fewer than ${FEWEST_SHOWN} responses`)
    const mean = div(tallies.get(villageId)!.sum, BigInt(valid))
    const counted = `有效答卷 ${valid} 份，应有 ${quota} 份（${quotaWords(households.get(villageId)!)}）。`
    const sentences = valid >= quota ? enough(mean) : filledUp(mean, valid, quota, value)
    return { kind: 'satisfaction', value, sentences: [counted, ...sentences] }
  }

  function quotaWords(of: number): string {
    const { share, min, max } = survey.quota
    return `${of} 户的 ${exactText(exactUnits(share), 2)}% 向上取整，最少 ${min} 份，最多 ${max} 份，不超过户数`
  }

  function enough(mean: bigint): string[] {
    const sum = worked(`${unitsText(mean)} × ${weight} ÷ 100`, mean * BigInt(weight), BigInt(100))
    return [`份数够，直接算平均分，乘权重：${sum}。`]
  }

  function filledUp(mean: bigint, valid: number, quota: number, value: Units): string[] {
    const pass = exactUnits(survey.passMark)
    const fill = least(pass, mean)
    const missing = quota - valid
    const by = pass <= mean ? `及格分 ${exactText(pass)}` : `本村的平均分 ${unitsText(mean)}`
    const top = (BigInt(valid) * mean + BigInt(missing) * fill) * BigInt(weight)
    const bottom = BigInt(quota) * BigInt(100)
    const filler = pass <= mean ? exactText(pass) : unitsText(mean)
    const expression = `(${valid} × ${unitsText(mean)} + ${missing} × ${filler}) ÷ ${quota} × ${weight} ÷ 100`
    const reckoned = div(top, bottom)
    const difference = BigInt(value) - reckoned
    return [
      `差 ${missing} 份，按及格分和本村平均分中低的一个补足：按${by} 分补。`,
      `补足后的平均分，乘权重：${worked(expression, top, bottom)}。`,
      ...(difference === BigInt(0)
        ? []
        : [
            `平均分已四舍五入；用没有取整的平均分算，是 ${unitsText(value)}，相差 ${unitsText(absolute(difference))}。`,
          ]),
    ]
  }
}

function absolute(value: bigint): bigint {
  return value < BigInt(0) ? -value : value
}
