type Held = { role: string; scope: string }

/** Whether one of these roles is an officer's for this village: its own, or its town's (docs/domain.md, People). */
export function isOfficerOf(roles: readonly Held[], village: { id: string; town?: unknown }): boolean {
  return roles.some(({ role, scope }) => role === 'officer' && (scope === village.id || scope === village.town))
}
