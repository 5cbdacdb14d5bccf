import type { MemberDoc } from './documents'

/** Where a person sits on a round's panel; null: nowhere, or they are no inspector any more, which counts at once. */
export function seatOf<Seat extends { id: string }>(
  { memberId, roles }: Pick<MemberDoc, 'memberId' | 'roles'>,
  { panel }: { panel: readonly Seat[] },
): Seat | null {
  const isInspector = roles.some(({ role }) => role === 'inspector')
  return (isInspector && panel.find(({ id }) => id === memberId)) || null
}
