import type { Tick } from './ticking'

const THIRTY_DAYS = 30 * 24 * 3_600_000

/** Invites, taken or not, are kept thirty days after they expired: so long one can see who took which. */
export async function removeInvites({ now, repos }: Tick): Promise<void> {
  await repos().invites.removeExpired(now - THIRTY_DAYS)
}
