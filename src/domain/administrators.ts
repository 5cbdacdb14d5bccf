/**
 * The bound administrators once one person's standing has changed; null where nobody would be left: the last one
 * stays. Only whoever has an account bound can do anything, so only they count. Rule: docs/domain.md, People.
 */
export function administratorsAfter(
  bound: readonly string[],
  memberId: string,
  isAdministrator: boolean,
): string[] | null {
  const others = bound.filter((id) => id !== memberId)
  if (isAdministrator) return [...others, memberId].sort()
  return others.length === 0 && bound.includes(memberId) ? null : others
}
