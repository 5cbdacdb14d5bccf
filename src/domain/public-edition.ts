/**
 * The edition for anybody, made from the audit edition: inspectors become A, B, C…, responses become sums. It gives the
 * same ranking, and no single answer away. Rule: docs/round-file.md, In.
 */
import { sha256Hex } from './digest'
import { exportOrder } from './export-order'
import { FEWEST_SHOWN } from './fewest-shown'
import { byKeys } from './order'
import type { AuditEdition, Inspector, PublicEdition, SurveyTotals } from './round-file'
import { type SurveyTally, surveyTallies } from './survey-tally'

/** `auditDigest` is the digest of the audit edition's own result, `sha256:…`. */
export function publicEdition(audit: AuditEdition, auditDigest: string): PublicEdition {
  const { responses: _, ...inputs } = audit
  const names = inspectorLetters(audit.panel, auditDigest)
  const tallies = surveyTallies(audit)
  return exportOrder({
    ...inputs,
    edition: 'public',
    panel: audit.panel.map(({ id }) => anonymous(names.get(id)!)),
    scorecards: audit.scorecards.map((card) => ({ ...card, inspectorId: names.get(card.inspectorId)! })),
    surveyTotals: audit.villages.map(({ id }) => totals(id, tallies.get(id)!)),
    auditDigest,
  })
}

/** Home district and responsibilities would say who it is. */
function anonymous(name: string): Inspector {
  return { id: name, name, districtId: null, recusedVillageIds: [] }
}

/** A…Z, AA, AB… in the order of the SHA-256 of digest and id: nobody chose it, and anyone with the id can check it. */
export function inspectorLetters(panel: readonly Inspector[], auditDigest: string): Map<string, string> {
  const hashed = panel.map(({ id }) => ({ id, hash: sha256Hex(auditDigest + id) }))
  return new Map(hashed.sort(byKeys(({ hash }) => hash)).map(({ id }, i) => [id, letters(i)]))
}

/** 0 → A, 25 → Z, 26 → AA, 27 → AB. */
export function letters(position: number): string {
  const last = String.fromCharCode(0x41 + (position % 26))
  return position < 26 ? last : letters(Math.floor(position / 26) - 1) + last
}

function totals(villageId: string, tally: SurveyTally): SurveyTotals {
  const { received, excluded, invalid, valid, overallAnswered, overallSatisfied } = tally
  const counts = { villageId, received, excluded, invalid, valid }
  if (valid < FEWEST_SHOWN) return { ...counts, sum: 0, sumSquares: '0', overallAnswered: 0, overallSatisfied: 0 }
  return { ...counts, sum: Number(tally.sum), sumSquares: String(tally.sumSquares), overallAnswered, overallSatisfied }
}
