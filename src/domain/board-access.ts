/**
 * Who may read a round's ranking: before sealing nobody; sealed: administrators; once announced: leaders,
 * administrators and whom the scheme's `announceTo` names (docs/domain.md, A round's life).
 */
export function mayReadBoard(
  round: { state: string; announceTo: readonly string[] },
  person: { roles: readonly string[]; isOnPanel: boolean },
): boolean {
  const isAdministrator = person.roles.includes('administrator')
  if (round.state === 'sealed') return isAdministrator
  if (round.state !== 'announced' && round.state !== 'archived') return false
  const told = ['administrator', 'leader', ...round.announceTo]
  return person.roles.some((role) => told.includes(role)) || (person.isOnPanel && told.includes('inspector'))
}
