/**
 * What a village's permanent code carries (一村一码): `v=` and the village's id, at most 32 characters of the set that
 * wxacode.getUnlimited takes as scene. The `v=` says what it is, so that other codes can be told apart.
 */
export function villageCode(villageId: string): string {
  return `v=${villageId}`
}

/** The village a scanned code means, or null. */
export function villageOfCode(code: string): string | null {
  const village = partOfCode(code, 'v')
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,15}$/.test(village) ? village : null
}

/** What stands under a name in a scanned code, `v=V01&t=…`; empty: nothing. */
export function partOfCode(code: string, name: string): string {
  const part = plainCode(code)
    .split('&')
    .find((one) => one.startsWith(`${name}=`))
  return part?.slice(name.length + 1) ?? ''
}

/** A code as it was printed: the platform hands a scene over percent-encoded, some phones twice. */
export function plainCode(code: string): string {
  return decoded(decoded(code)).trim()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
