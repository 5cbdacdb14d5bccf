/**
 * 双人: an administrator proposes, and another administrator or a panel inspector agrees. Sealing, reopening and exporting
 * the audit edition concern every village, so any panel inspector may; what concerns some villages alone is agreed to by
 * nobody who is recused for one of them, an appeal by neither of those who made the deduction, and late work by nobody
 * whose work it is: they would judge themselves (docs/domain.md, Two persons).
 */
export type WhyNotAgree = { code: 'samePerson' | 'notAllowed' | 'recused' | 'wrongState' }

export type Agreeing = {
  memberId: string
  isAdministrator: boolean
  /** Null: not on the panel. */
  seat: { recusedVillageIds: readonly string[] } | null
}

type Proposed = Concerning & {
  by: string
  agreedBy: string | null
}

/** What a proposal is about, where it concerns some villages; `parties`: who made the deduction. */
type Concerning = {
  appeal?: { villageId: string; parties: readonly string[] }
  restore?: { villageId: string }
  late?: { sends: ReadonlyArray<{ villageId: string; memberId: string }> }
  accept?: { villageId: string }
  correct?: { villageId: string }
}

/** Why this person may not agree to this proposal; undefined: they may. */
export function whyNotAgree(proposed: Proposed, person: Agreeing): WhyNotAgree | undefined {
  const { by, agreedBy } = proposed
  if (!person.isAdministrator && !person.seat) return { code: 'notAllowed' }
  if (by === person.memberId || partiesOf(proposed).includes(person.memberId)) return { code: 'samePerson' }
  if (isRecusedFrom(proposed, person)) return { code: 'recused' }
  if (agreedBy !== null) return { code: 'wrongState' }
  return undefined
}

/** Who may not judge a village has no part in what is decided of it, and is not told of it. */
export function isRecusedFrom(concerning: Concerning, { seat }: Pick<Agreeing, 'seat'>): boolean {
  return villagesOf(concerning).some((villageId) => seat?.recusedVillageIds.includes(villageId))
}

/** The villages that a proposal concerns; none: all alike. */
export function villagesOf({ appeal, restore, late, accept, correct }: Concerning): string[] {
  const single = [appeal, restore, accept, correct].flatMap((one) => (one ? [one.villageId] : []))
  return [...new Set([...single, ...(late?.sends ?? []).map(({ villageId }) => villageId)])]
}

function partiesOf({ appeal, late }: Concerning): readonly string[] {
  return appeal?.parties ?? late?.sends.map(({ memberId }) => memberId) ?? []
}
