/** A round of its own for every schedule, so that many run on one local cloud: one village or two, four things to mark in each. */

import { type CardItem, cardItems } from '../../../src/domain/card-check'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { LocalCloud } from '../../local-cloud'
import { readSample, seedAll } from '../../seed/sample'
import { shanghaiDay } from '../../seed/shanghai-time'
import { emptyRound } from '../../seed/stored-round'

export interface SmallRound {
  roundId: string
  villageIds: readonly string[]
  itemsOf(villageId: string): CardItem[]
  deductionItemId: string
  /** Two who may judge both villages and come from different districts. */
  inspectors: readonly [string, string]
}

const sample = smallSample()

/** `name` is the round's id and in every village's: short, and no other's beginning. */
export async function seedSmallRound(cloud: LocalCloud, name: string, villages: 1 | 2): Promise<SmallRound> {
  const file = renamed(name)
  const now = Date.now()
  await seedAll(cloud, emptyRound(file, { day: shanghaiDay(now), state: 'running', now }))
  const [first, second] = file.panel.map(({ id }) => id) as [string, string]
  return {
    roundId: file.id,
    villageIds: file.villages.slice(0, villages).map(({ id }) => id),
    itemsOf: (villageId) => cardItems(file, villageId),
    deductionItemId: file.scheme.deductionItems[0]!.id,
    inspectors: [first, second],
  }
}

function smallSample(): AuditEdition {
  const file = readSample<AuditEdition>('round-2.json')
  const villages = file.villages.slice(0, 2).map(({ id }) => id)
  const mayBoth = file.panel.filter(({ id }) =>
    file.villages.every((village) => !villages.includes(village.id) || !isRecused(file, id, village.id)),
  )
  const first = mayBoth[0]!
  const second = mayBoth.find(({ districtId }) => districtId !== first.districtId)!
  const judged = file.scheme.indicators.filter(({ kind }) => kind === 'judged').slice(0, 3)
  const isHere = ({ villageId }: { villageId: string }) => villages.includes(villageId)
  return {
    ...file,
    villages: file.villages.filter(({ id }) => villages.includes(id)),
    stops: file.stops.filter(isHere),
    panel: [first, second],
    goals: file.goals.filter(({ id }) => /-G1$/.test(id)).filter(isHere),
    notApplicable: [],
    measurements: [],
    scheme: { ...file.scheme, indicators: judged },
  }
}

function isRecused({ panel }: AuditEdition, inspectorId: string, villageId: string): boolean {
  return panel.find(({ id }) => id === inspectorId)!.recusedVillageIds.includes(villageId)
}

/** Findings are looked up by village: every round has villages of its own. */
function renamed(name: string): AuditEdition {
  let text = JSON.stringify({ ...sample, id: name })
  for (const { id } of sample.villages) text = text.replaceAll(`"${id}"`, `"${name}.${id}"`)
  return JSON.parse(text) as AuditEdition
}
