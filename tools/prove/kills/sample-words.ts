/** What the sample calls things, as the screens say it. */
import type { AuditEdition } from '../../../src/domain/round-file'
import { readSample } from '../../seed/sample'

const { villages, scheme, goals } = readSample<AuditEdition>('round-2.json')

export const VILLAGE = villages[0]!.name
export const DEDUCTIONS = scheme.deductionItems

export function itemId(title: string): string {
  const here = [...scheme.indicators, ...goals.filter(({ villageId }) => villageId === villages[0]!.id)]
  return here.find((each) => each.title === title)!.id
}
