/** The survey as a villager's phone shows it, whether a village's code or a household card led there. */
import type { SurveyForm } from '../../src/contract/member'
import type { SecretDoc } from './documents'
import { storage } from './storage'

/** No database request; one of storage, and only where questions are read aloud. */
export async function surveyForm(gate: SecretDoc, village: { id: string; name: string }): Promise<SurveyForm> {
  const { items, levels, minAnswered, openQuestion } = gate.survey
  const audio = await recordings(gate.audio ?? {})
  return {
    roundId: gate._id,
    roundNumber: gate.number,
    closesDay: gate.day,
    organiser: gate.organiser,
    village: { id: village.id, name: village.name },
    questions: items.map(({ id, title }) => ({ id, title, audio: audio(id) })),
    levels: levels.map(({ value, label, points }) => ({ value, label, unknown: points === null })),
    minAnswered,
    openQuestion,
  }
}

/** Addresses by item. Where storage fails the survey is asked without being read aloud, rather than not at all. */
async function recordings(files: Record<string, string>): Promise<(itemId: string) => string | null> {
  const ids = Object.values(files)
  const addresses = ids.length === 0 ? null : await storage.addresses(ids).catch(() => null)
  const fileOf = new Map(Object.entries(files))
  return (itemId) => addresses?.get(fileOf.get(itemId) ?? '') ?? null
}
