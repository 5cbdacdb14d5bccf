import type { Role } from '../../contract/parts'
import type { Me } from './use-me'

type Held = NonNullable<Me['member']>['roles'][number]

/** A role in plain words: what it is called, and how far it reaches. */
export function roleWords({ role, scope }: Held): { title: string; does: string } {
  const { title, does } = WORDS[role]
  return { title: `${title}（${scopeWords(role, scope)}）`, does }
}

const WORDS: Record<Role, { title: string; does: string }> = {
  administrator: { title: '管理员', does: '开始、收卷、提请封存、公布榜单' },
  leader: { title: '领导', does: '看当天进度，公布后看榜单和各村' },
  inspector: { title: '评委', does: '到村打分；封存要两个人时可以点同意' },
  officer: { title: '村里的经办人', does: '看本村扣分，有不同意见就申诉；公布后看得分从哪里来' },
  reader: { title: '读者', does: '公布后看榜单和各村' },
}

/** A scope is the city, a district's id or a village's; ids are not for reading. */
function scopeWords(role: Role, scope: string): string {
  if (scope === 'city') return '全市'
  return role === 'officer' ? '本村' : '本区'
}
