/** 村民看得到的: a village's page for anybody, once its last round is announced. */
import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { survey } from '../../src/contract/survey'
import { publicFigures } from '../../src/domain/public-figures'
import type { FindingDoc, SnapshotDoc } from '../common/documents'
import { roundHead, villageHead } from '../common/heads'
import { lastPage } from '../common/public-round'
import { LAST_ROUNDS, type SealedRoundDoc } from '../common/repositories/rounds'
import type { Shared } from '../common/serve'
import { shownFindings, shownHighlights } from '../common/village-record'

type Page = Out<typeof survey.publicPage>

/** Four requests: everything but findings and highlights is as it was frozen. */
export async function publicPage({ villageId }: In<typeof survey.publicPage>, { repos }: Shared): Promise<Page> {
  const last = await lastPage(villageId, repos)
  if (!last) throw failure('notFound')
  const { round, village, isPublic, rounds } = last
  if (!isPublic) throw failure('wrongState', { state: round.state })
  const [snapshot, findings, highlights] = await Promise.all([
    repos.snapshots.byId(round.snapshotId!),
    repos.findings.ofVillage(villageId),
    repos.highlights.ofVillage(round._id, villageId),
  ])
  const { ranking } = snapshot!.result
  return {
    round: roundHead(round),
    village: villageHead(village),
    rank: ranking.find((row) => row.villageId === villageId)?.rank ?? null,
    villages: ranking.filter(({ deferred }) => !deferred).length,
    survey: surveyOf(villageId, snapshot!, round),
    findings: shownFindings(findings, isToldBy(rounds)),
    highlights: shownHighlights(highlights),
  }
}

/** As toldRounds has it, by the last rounds alone: whatever was found before them is told, unless in a rehearsal. */
function isToldBy(rounds: readonly SealedRoundDoc[]): (finding: FindingDoc) => boolean {
  const told = new Set(rounds.filter(({ state }) => state !== 'sealed').map(({ _id }) => _id))
  const oldest = rounds.length < LAST_ROUNDS ? 0 : Math.min(...rounds.map(({ number }) => number))
  return ({ roundId, roundNumber, rehearsal }) => told.has(roundId) || (!rehearsal && roundNumber < oldest)
}

function surveyOf(villageId: string, { result, details }: SnapshotDoc, { scheme }: SealedRoundDoc): Page['survey'] {
  const row = result.ranking.find((one) => one.villageId === villageId)
  const village = details.villages.find((one) => one.villageId === villageId)
  if (!row || !village) return null
  // As members are shown it: two roundings of one rate would tell how many left the question out.
  const figures = publicFigures(scheme.survey, row.survey.valid, village.rate, village.questions)
  const titles = new Map(scheme.survey.items.map(({ id, title }) => [id, title]))
  return figures && { ...figures, items: figures.items.map((item) => ({ ...item, title: titles.get(item.id)! })) }
}
