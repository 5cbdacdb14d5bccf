/** The same round under other ids, in the same order of UTF-16 code units, and the same round in another order. */
import type { AuditEdition } from '../../../src/domain/round-file'
import type { Random } from '../cells/random'
import { shuffled } from './chance'

/**
 * Ids over which programs stumble: names that objects have, numbers (which objects sort), case, Turkish and accents,
 * Chinese, half-width and beyond 16 bits (where code units and code points sort differently).
 */
const STRANGE = [
  ...['10', '9', '007', '-1', 'I', 'i', 'ı', 'İ', 'Z', 'a', 'ä', 'é', 'e\u0301', 'ß', '村', '一', '～', 'ﬁ'],
  ...['__proto__', 'constructor', 'toString', 'length', '\u{1F600}', '\u{20BB7}', ' ', '"', '\\', '\u2028'],
]
const LABELS = STRANGE.flatMap((one) => [one, `${one}～`, `${one}\u{1F600}`])

/** And what each village is called now. */
export function relabelled(
  file: AuditEdition,
  random: Random,
): { file: AuditEdition; village: (id: string) => string } {
  const { scheme } = file
  const village = renaming(file.villages, random)
  const inspector = renaming(file.panel, random)
  const marked = renaming([...scheme.indicators, ...file.goals], random)
  const question = renaming(scheme.survey.items, random)
  const fault = renaming(scheme.deductionItems, random)
  const named = <T>(record: Record<string, T>, name: (id: string) => string) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [name(id), value]))
  const at = <T extends { villageId: string }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, villageId: village(one.villageId) }))
  const on = <T extends { indicatorId: string }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, indicatorId: marked(one.indicatorId) }))
  return {
    village,
    file: {
      ...file,
      scheme: {
        ...scheme,
        indicators: scheme.indicators.map((one) => ({ ...one, id: marked(one.id) })),
        deductionItems: scheme.deductionItems.map((one) => ({ ...one, id: fault(one.id) })),
        survey: {
          ...scheme.survey,
          items: scheme.survey.items.map((one) => ({ ...one, id: question(one.id) })),
          overallItem: question(scheme.survey.overallItem),
        },
      },
      villages: file.villages.map((one) => ({ ...one, id: village(one.id) })),
      stops: at(file.stops),
      panel: file.panel.map((one) => ({
        ...one,
        id: inspector(one.id),
        recusedVillageIds: one.recusedVillageIds.map(village),
      })),
      goals: at(file.goals).map((one) => ({ ...one, id: marked(one.id) })),
      notApplicable: on(at(file.notApplicable)),
      measurements: on(at(file.measurements)),
      scorecards: at(file.scorecards).map((one) => ({
        ...one,
        inspectorId: inspector(one.inspectorId),
        marks: named(one.marks, marked),
      })),
      deductions: at(file.deductions).map((one) => ({ ...one, itemId: fault(one.itemId) })),
      accepted: file.accepted.map(village),
      responses: at(file.responses).map((one) => ({ ...one, answers: named(one.answers, question) })),
    },
  }
}

/** Every list in another order, save the bands, whose order means something; every object's names in another order. */
export function reordered<T>(value: T, random: Random): T {
  return inAnyOrder(value, random, true) as T
}

/** The lists as they are: the canonical form, and so the digest, stays. */
export function namesReordered<T>(value: T, random: Random): T {
  return inAnyOrder(value, random, false) as T
}

function inAnyOrder(value: unknown, random: Random, lists: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => inAnyOrder(one, random, lists))
    return lists ? shuffled(items, random) : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([name, one]) => [
      name,
      inAnyOrder(one, random, lists && name !== 'bands'),
    ]),
  )
}

export function inspectorsNamed(file: AuditEdition, name: (id: string) => string): AuditEdition {
  return {
    ...file,
    panel: file.panel.map((one) => ({ ...one, id: name(one.id) })),
    scorecards: file.scorecards.map((one) => ({ ...one, inspectorId: name(one.inspectorId) })),
  }
}

/** Inspectors' ids in the opposite order. */
export function opposite({ panel }: AuditEdition): (id: string) => string {
  const ids = panel.map(({ id }) => id).sort()
  return (id) => ids[ids.length - 1 - ids.indexOf(id)]!
}

function renaming(list: readonly { id: string }[], random: Random): (id: string) => string {
  const ids = list.map(({ id }) => id).sort()
  const labels = shuffled(LABELS, random).slice(0, ids.length).sort()
  const names = new Map(ids.map((id, n) => [id, labels[n]!]))
  return (id) => names.get(id)!
}
