/** Every kind of record that may name a photo; a late send names what its record will name once it is admitted. */
export const RECORDS_WITH_PHOTOS = [
  'scorecards',
  'late',
  'findings',
  'highlights',
  'deductions',
  'measurements',
] as const

/**
 * The photos that a stored record names, wherever in it: a mark's and its former ones, a finding's with their rings, those
 * of a late send. Looked for by the name of the field alone, for what a late send holds is as its action has it.
 */
const FIELDS: readonly string[] = ['photos', 'photosAfter']

export function photosNamed(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return []
  return Object.entries(record).flatMap(([field, value]) =>
    FIELDS.includes(field) && Array.isArray(value) ? value.map(idOf) : photosNamed(value),
  )
}

function idOf(photo: string | { id: string }): string {
  return typeof photo === 'string' ? photo : photo.id
}
