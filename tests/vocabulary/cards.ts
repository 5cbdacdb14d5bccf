/** Words about scorecards: what a village is marked on, and ids that a phone would have made. */
import { randomBytes } from 'node:crypto'
import { type CardItem, cardItems } from '../../src/domain/card-check'
import type { AuditEdition } from '../../src/domain/round-file'

export function itemsOf(file: AuditEdition, villageId: string): CardItem[] {
  return cardItems(file, villageId)
}

export type Seen = { mark: number; note: string; photos: string[] }

/** Every item one step above 0: complete, and no note is due. */
export function plainCard(file: AuditEdition, villageId: string): Record<string, Seen> {
  return Object.fromEntries(itemsOf(file, villageId).map(({ id, step }) => [id, { mark: step, note: '', photos: [] }]))
}

/** 21 random characters, as nanoid makes them. */
export function newId(): string {
  return randomBytes(16).toString('base64url').slice(0, 21)
}

export function villagesOf(file: AuditEdition, inspectorId: string): { mine: string[]; recused: string[] } {
  const recused = file.panel.find(({ id }) => id === inspectorId)!.recusedVillageIds
  return { recused, mine: file.villages.map(({ id }) => id).filter((id) => !recused.includes(id)) }
}
