/**
 * 双人: an administrator proposes, and another administrator or a panel inspector agrees. Sealing and exporting the
 * audit edition concern every village, so any panel inspector may; what concerns one village, restoring its responses or
 * an appeal, is agreed to by nobody who is recused for it, and an appeal by neither of those who made the deduction: they would judge themselves (docs/domain.md, Two persons).
 */
export type WhyNotAgree = { code: 'samePerson' | 'notAllowed' | 'recused' | 'wrongState' }

export type Agreeing = {
  memberId: string
  isAdministrator: boolean
  /** Null: not on the panel. */
  seat: { recusedVillageIds: readonly string[] } | null
}

type Proposed = {
  by: string
  agreedBy: string | null
  /** What the proposal is about, where it concerns one village: who proposed and confirmed the deduction. */
  appeal?: { villageId: string; parties: readonly string[] }
  restore?: { villageId: string }
}

/** Why this person may not agree to this proposal; undefined: they may. */
export function whyNotAgree(proposed: Proposed, person: Agreeing): WhyNotAgree | undefined {
  const { by, agreedBy, appeal } = proposed
  if (!person.isAdministrator && !person.seat) return { code: 'notAllowed' }
  if (by === person.memberId || appeal?.parties.includes(person.memberId)) return { code: 'samePerson' }
  if (isRecusedFrom(proposed, person)) return { code: 'recused' }
  if (agreedBy !== null) return { code: 'wrongState' }
  return undefined
}

/** Who may not judge a village has no part in what is decided of it, and is not told of it. */
export function isRecusedFrom(
  { appeal, restore }: Pick<Proposed, 'appeal' | 'restore'>,
  { seat }: Pick<Agreeing, 'seat'>,
): boolean {
  const villageId = appeal?.villageId ?? restore?.villageId
  return villageId !== undefined && Boolean(seat?.recusedVillageIds.includes(villageId))
}
