import type { Role } from '../contract/parts'

/** A role in plain words. */
export const roleInWords: Record<Role, string> = {
  administrator: '管理员',
  leader: '领导',
  inspector: '评委',
  officer: '村里的经办人',
  reader: '读者',
}

/** What a role is for, in one line. */
export const roleDoes: Record<Role, string> = {
  administrator: '筹备、开始、收卷、提请封存、公布榜单',
  leader: '看当天进度，公布后看榜单和各村',
  inspector: '到村打分；封存要两个人时可以点同意',
  officer: '报示范目标，看本村扣分、申诉；公布后看得分从哪里来',
  reader: '公布后看榜单和各村',
}

/** 村里的经办人（云溪村） */
export function heldInWords({ role, scopeName }: { role: Role; scopeName: string }): string {
  return `${roleInWords[role]}（${scopeName}）`
}
