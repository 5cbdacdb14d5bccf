/**
 * What a village's permanent code carries (一村一码): `v=` and the village's id, at most 32 characters of the set that
 * wxacode.getUnlimited takes as scene. The `v=` says what it is, so that other codes can be told apart later.
 */
export function villageCode(villageId: string): string {
  return `v=${villageId}`
}

/** The village a scanned code means, or null. The platform hands a scene over percent-encoded, some phones twice. */
export function villageOfCode(code: string): string | null {
  const parts = decoded(decoded(code)).trim().split('&')
  const village = parts.find((part) => part.startsWith('v='))?.slice(2) ?? ''
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,15}$/.test(village) ? village : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
