/** Words about a rehearsal: begun beside the ready round, and lived until its evening. */
import { itemsOf, newId, villagesOf } from './cards'
import type { Day } from './day'
import { announced } from './rounds'
import { change } from './stored'

/** The same day, of its rehearsal. */
export async function rehearsed(today: Day): Promise<Day> {
  const send = { roundId: today.roundId, sendId: newId() }
  const { round } = await today.administrator.does('round', 'rehearse', send)
  return { ...today, roundId: round.id }
}

export async function deleteRehearsal({ administrator, roundId }: Day): Promise<void> {
  await administrator.does('round', 'deleteRehearsal', { roundId, sendId: newId() })
}

/** Everybody has scored every village they may but `unscored`, the first one best; it is sealed and announced. */
export async function toTheEvening(rehearsal: Day, unscored?: string): Promise<void> {
  const { file, administrator, roundId, cloud } = rehearsal
  for (const { id } of file.panel) {
    for (const villageId of villagesOf(file, id).mine.filter((village) => village !== unscored)) {
      const steps = file.villages.length - file.villages.findIndex((village) => village.id === villageId)
      const marks = itemsOf(file, villageId).map(({ id: itemId, step, full }) => {
        const mark = Math.min(full - step, step * steps)
        return [itemId, { mark, note: '', photos: [] as string[] }] as const
      })
      const sent = { sendId: newId(), phone: newId(), device: '华为 nova 9', waiting: 0, at: Date.now(), seconds: 60 }
      const card = { roundId, villageId, ...sent, marks: Object.fromEntries(marks) }
      await rehearsal.inspector(id).does('scoring', 'submit', card)
    }
  }
  await administrator.does('round', 'close', { roundId, sendId: newId() })
  const anHourAgo = Date.now() - 61 * 60_000
  await change(cloud, 'rounds', roundId, { closedAt: anHourAgo, appealsUntil: anHourAgo })
  await announced(rehearsal)
}
