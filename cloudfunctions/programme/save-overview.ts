import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { ProgrammeDoc } from '../common/documents'
import type { Repositories } from '../common/repositories'
import type { MemberContext } from '../common/serve'

type Send = CallIn<'programme', 'saveOverview'>

/** Title and districts as they were seen. A district that a village or a person names stays. */
export async function saveOverview(
  send: Send,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'saveOverview'>> {
  refuseDoubles(send)
  const saved = await repos.programme.decide(async (programme) => {
    if (programme.sendId === send.sendId) return null
    if ((programme.overviewRevision ?? null) !== send.revision) throw failure('changed')
    await refuseInUse(gone(programme, send), repos)
    const { title, districts, sendId } = send
    return { title: title.trim(), districts, sendId, overviewRevision: (send.revision ?? 0) + 1 }
  })
  return { revision: saved.overviewRevision! }
}

function refuseDoubles({ title, districts }: Send): void {
  if (title.trim() === '') throw failure('invalid', { path: 'title', problem: '请写试点的名称' })
  districts.forEach(({ id, name }, n) => {
    const before = districts.slice(0, n)
    if (before.some((one) => one.id === id))
      throw failure('invalid', { path: `districts.${n}.id`, problem: '这个编号已经用了，请换一个' })
    if (before.some((one) => one.name.trim() === name.trim()))
      throw failure('invalid', { path: `districts.${n}.name`, problem: '这个名称已经有了，请换一个' })
  })
}

function gone({ districts }: ProgrammeDoc, send: Send): string[] {
  return districts.map(({ id }) => id).filter((id) => !send.districts.some((kept) => kept.id === id))
}

async function refuseInUse(districtIds: string[], { villages, members }: Repositories): Promise<void> {
  if (districtIds.length === 0) return
  const [everyVillage, everybody] = await Promise.all([villages.all(), members.all()])
  const named = new Set<string | null>([
    ...everyVillage.map(({ districtId }) => districtId),
    ...everybody
      .filter(({ revoked }) => !revoked)
      .flatMap(({ districtId, roles }) => [districtId, ...roles.filter(isLeader).map(({ scope }) => scope)]),
  ])
  const inUse = districtIds.filter((id) => named.has(id))
  if (inUse.length > 0) throw failure('inUse', { districtIds: inUse })
}

function isLeader({ role }: { role: string }): boolean {
  return role === 'leader'
}
