import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { Village } from '../../src/contract/programme'
import { MOST_VILLAGES } from '../common/repositories/villages'
import type { MemberContext } from '../common/serve'

type Send = CallIn<'programme', 'saveVillage'>

/** One village by form: new (`revision` null) or as it was seen. */
export async function saveVillage(
  { village, revision, sendId }: Send,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'saveVillage'>> {
  const [everyVillage, everybody] = await Promise.all([repos.villages.all(), repos.members.all()])
  const isNew = !everyVillage.some(({ id }) => id === village.id)
  if (isNew && everyVillage.length >= MOST_VILLAGES) throw failure('tooLarge')
  refuseUnknownPeople(village, new Set(everybody.filter(({ revoked }) => !revoked).map(({ memberId }) => memberId)))
  const tidied = tidy(village)
  refuseTwice(tidied)
  const saved = await repos.villages.save(tidied, { revision, sendId }, ({ districts }) => {
    if (!districts.some(({ id }) => id === village.districtId))
      throw failure('invalid', { path: 'village.districtId', problem: '没有这个区，请重新选' })
  })
  return { revision: saved.revision ?? 1 }
}

function refuseUnknownPeople({ responsibilities }: Village, people: ReadonlySet<string>): void {
  responsibilities.forEach(({ memberId }, n) => {
    if (memberId !== null && !people.has(memberId))
      throw failure('invalid', {
        path: `village.responsibilities.${n}.memberId`,
        problem: '名单里没有这个人，请重新选',
      })
  })
}

function tidy(village: Village): Village {
  const name = village.name.trim()
  const town = village.town.trim()
  if (name === '') throw failure('invalid', { path: 'village.name', problem: '请写村名' })
  if (town === '') throw failure('invalid', { path: 'village.town', problem: '请写乡镇' })
  const responsibilities = village.responsibilities.map((one) => ({
    ...one,
    duty: one.duty.trim(),
    title: one.title.trim(),
    name: one.name.trim(),
    unit: one.unit.trim(),
  }))
  return {
    ...village,
    name,
    town,
    profile: village.profile.trim(),
    themes: [...new Set(village.themes)],
    responsibilities,
  }
}

function refuseTwice({ responsibilities }: Village): void {
  const said = responsibilities.map((one) => JSON.stringify(one))
  const twice = said.findIndex((one, n) => said.indexOf(one) < n)
  if (twice >= 0)
    throw failure('invalid', {
      path: `village.responsibilities.${twice}`,
      problem: '同一个人的同一职责写了两遍，请去掉一个',
    })
}
