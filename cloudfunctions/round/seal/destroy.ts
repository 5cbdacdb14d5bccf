/**
 * Destroys what could ever link a person to an answer: the secret first, for without it a ballot is noise, then ballots,
 * answers, card codes and bursts. From here on the job only goes forward; killed in between, it goes on where it stood.
 */
import type { Step } from './step'

export const destroy: Step = async (job, { round, repos }) => {
  await repos.secrets.destroy(round._id)
  // A ballot names no round. A rehearsal's stay as noise, and a reopened round's went when it was first sealed: to remove
  // all would let another survey's villagers in twice.
  if (!round.rehearsal && !round.reopened) await repos.ballots.destroyAll()
  await repos.answers.destroy(round._id)
  await repos.cards.destroy(round._id)
  await repos.bursts.destroy(round._id)
  return { sealing: { ...job, step: 'shuffle' } }
}
