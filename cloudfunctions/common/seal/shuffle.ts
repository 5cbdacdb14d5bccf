/**
 * Rewrites what villagers wrote under new ids and in their order, so that neither ids nor the order of storage tell who
 * wrote before whom. A voice's new id follows from its old one and a key that dies with the job: done twice, or by two
 * callers, it is the same.
 */
import { createHmac } from 'node:crypto'
import { byKeys } from '../../../src/domain/order'
import type { Step } from './step'

/** Writes on their way at once: the platform takes 20 connections. */
const AT_ONCE = 10

export const shuffle: Step = async (job, { round, repos }) => {
  const voices = await repos.voices.notRewritten(round._id)
  const rewritten = voices
    .map((voice) => ({ ...voice, _id: newId(job.shuffleKey, voice._id), rewritten: true }))
    .sort(byKeys(({ _id }) => _id))
  for (let from = 0; from < rewritten.length; from += AT_ONCE) {
    await Promise.all(rewritten.slice(from, from + AT_ONCE).map((voice) => repos.voices.keep(voice)))
  }
  await repos.voices.remove(voices.map(({ _id }) => _id))
  return { sealing: { ...job, step: 'done' } }
}

function newId(key: string, id: string): string {
  return createHmac('sha256', key).update(id).digest('hex').slice(0, 32)
}
