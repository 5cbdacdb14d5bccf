import { plainCode, villageCode, villageOfCode } from '../domain/village-code'
import { launch } from './device'
import { pageQuery } from './navigate'

/**
 * The village's code in what was scanned or typed: a mini-program code's path, the code itself, or the village's id. An
 * on-site code's token is dropped: scanned from inside, the app keeps its old launch scene, and by that it counts as a
 * picture with or without one.
 */
export function villageCodeIn(text: string): string | null {
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text
  const asked = /(?:^|&)(?:scene|code)=([^&]*)/.exec(query)?.[1]
  const villageId = villageOfCode(asked ?? query) ?? villageOfCode(villageCode(text.trim()))
  return villageId && villageCode(villageId)
}

/** The code this page was opened by: `scene` of a mini-program code, `code` on the web (where `scene` is the launch scene's number). */
export function codeOfThisPage(): string {
  const here = pageQuery()
  const launched = launch().query
  // Percent-encoded, an on-site code would be longer than a code can be.
  return plainCode(here.code ?? codeOf(here.scene) ?? launched.code ?? codeOf(launched.scene) ?? '')
}

function codeOf(scene: string | undefined): string | undefined {
  return scene && !/^\d+$/.test(scene) ? scene : undefined
}
