import { REVITALISATIONS } from '../../src/domain/revitalisations'

/** As they are always named; those of a scheme's own come last, as it has them. */
export function inOrder(a: { id: string }, b: { id: string }): number {
  return placeOf(a.id) - placeOf(b.id)
}

function placeOf(id: string): number {
  const place = REVITALISATIONS.findIndex((one) => one.id === id)
  return place === -1 ? REVITALISATIONS.length : place
}
