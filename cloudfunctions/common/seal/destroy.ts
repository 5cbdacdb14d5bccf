/**
 * Destroys what could ever link a person to an answer: the secret first, for without it a ballot is noise, then ballots,
 * answers, card codes and bursts. From here on the job only goes forward; killed in between, it goes on where it stood.
 */
import type { Step } from './step'

export const destroy: Step = async (job, { round, repos }) => {
  const { secrets, ballots, answers, cards, bursts } = repos
  // A ballot names no round. A rehearsal's stay as noise, and a reopened round's went when it was first sealed: to remove
  // all would let another survey's villagers in twice.
  const ballotsToo = !round.rehearsal && !round.reopened
  const isDone =
    (await secrets.destroy(round._id)) &&
    (!ballotsToo || (await ballots.destroyAll())) &&
    (await answers.destroy(round._id)) &&
    (await cards.destroy(round._id)) &&
    (await bursts.destroy(round._id))
  return isDone ? { sealing: { ...job, step: 'shuffle' } } : null
}
