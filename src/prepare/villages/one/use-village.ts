import { call } from '../../../client/call'
import { useRead } from '../../../client/use-read'
import { type Reading, useReading } from '../../../client/use-reading'
import type { People } from '../../people/use-people'
import type { Villages } from '../use-villages'

export type VillagesAndPeople = Villages & { members: People['members'] }

/** The villages, and the people who may answer for one. */
export function useVillagesAndPeople(): Reading<VillagesAndPeople> {
  return useReading(
    useRead(async () => {
      const [villages, { members }] = await Promise.all([
        call('programme', 'villages', {}),
        call('member', 'members', {}),
      ])
      return { ...villages, members: members.filter(({ revoked }) => !revoked) }
    }),
  )
}
