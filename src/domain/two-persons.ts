/**
 * 双人: an administrator proposes, and another administrator or a panel inspector agrees. Sealing and exporting the
 * audit edition concern every village, so any panel inspector may (docs/domain.md, Two persons).
 */
export type WhyNotAgree = { code: 'samePerson' | 'notAllowed' | 'wrongState' }

export type Agreeing = { memberId: string; isAdministrator: boolean; isOnPanel: boolean }

/** Why this person may not agree to this proposal; undefined: they may. */
export function whyNotAgree(
  proposal: { by: string; agreedBy: string | null },
  person: Agreeing,
): WhyNotAgree | undefined {
  if (!person.isAdministrator && !person.isOnPanel) return { code: 'notAllowed' }
  if (proposal.by === person.memberId) return { code: 'samePerson' }
  if (proposal.agreedBy !== null) return { code: 'wrongState' }
  return undefined
}
