import { onsiteScene, onsiteTokenOf } from '../domain/onsite-code'
import { partOfCode, plainCode, villageCode, villageOfCode } from '../domain/village-code'
import { launch } from './device'
import { pageQuery } from './navigate'
import { type Opening, openingBy } from './survey-answers'

/**
 * The code in what was scanned or typed: a mini-program code's path, the code itself, or the village's id. What else
 * a link may carry is dropped; an on-site code's token stays: scanned from inside it is as good as from outside.
 */
export function villageCodeIn(text: string): string | null {
  const code = codeIn(text)
  const villageId = villageOfCode(code) ?? villageOfCode(villageCode(text.trim()))
  if (!villageId) return null
  const token = onsiteTokenOf(code)
  return token ? onsiteScene(villageId, token) : villageCode(villageId)
}

/** The invite's code in what was scanned, to be looked at where it is used. */
export function inviteIn(text: string): string | null {
  return partOfCode(codeIn(text), 'i') || null
}

/** How the page that binds is opened: by the code as it was scanned, so that both ways in read it alike. */
export function withInvite(invite: string): { code: string } {
  return { code: `i=${invite}` }
}

/** Of the code this page was opened by. */
export function inviteOfThisPage(): string | null {
  return partOfCode(codeOfThisPage(), 'i') || null
}

/** How the entry page is opened after a scan from inside: the launch scene says nothing of it. */
export function afterScan(code: string): { code: string; by: string } {
  return { code, by: SCANNED_INSIDE }
}

const SCANNED_INSIDE = 'camera'

/** How this page was opened: by a scan from inside, or as the app was. */
export function openingOfThisPage(): Opening {
  return openingBy(codeOfThisPage(), pageQuery().by === SCANNED_INSIDE)
}

/** The code this page was opened by: `scene` of a mini-program code, `code` on the web (where `scene` is the launch scene's number). */
function codeOfThisPage(): string {
  const here = pageQuery()
  const launched = launch().query
  // Percent-encoded, an on-site code would be longer than a code can be.
  return plainCode(here.code ?? codeOf(here.scene) ?? launched.code ?? codeOf(launched.scene) ?? '')
}

function codeIn(text: string): string {
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text
  return plainCode(/(?:^|&)(?:scene|code)=([^&]*)/.exec(query)?.[1] ?? query)
}

function codeOf(scene: string | undefined): string | undefined {
  return scene && !/^\d+$/.test(scene) ? scene : undefined
}
