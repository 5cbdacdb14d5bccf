/** 缓评 in an explanation: why a village has no rank. No score, and no count of fewer than 5 responses. */
import { FEWEST_SHOWN } from './fewest-shown'
import type { WhyProvisional } from './provisional'
import type { RoundFile } from './round-file'
import type { RankedVillage } from './round-result'

export type DeferredStep = { kind: 'deferred'; sentences: string[] }

export function explainedDeferral(
  round: RoundFile,
  row: RankedVillage,
  field: ReadonlySet<string>,
  why: readonly WhyProvisional[],
): DeferredStep {
  const reason = field.has(row.villageId) ? provisionalWords(round, row, why) : '这次没有走到这个村'
  const sentences = [`${reason}，缓评，没有分数和名次。`, '缓评的村不进入中位数，也不用来估评委的宽严。']
  return { kind: 'deferred', sentences }
}

export function provisionalWords(
  { scheme }: Pick<RoundFile, 'scheme'>,
  { inspectors, survey }: Pick<RankedVillage, 'inspectors' | 'survey'>,
  why: readonly WhyProvisional[],
): string {
  const words: Record<WhyProvisional, string> = {
    tooFewCards: `评分表 ${inspectors} 张，不足 ${scheme.minInspectors} 张`,
    tooFewResponses:
      survey.valid < FEWEST_SHOWN
        ? `有效答卷不足 ${FEWEST_SHOWN} 份`
        : `有效答卷 ${survey.valid} 份，不足 ${scheme.survey.minResponses} 份`,
  }
  return why.map((one) => words[one]).join('；')
}
