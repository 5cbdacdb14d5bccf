/**
 * 一村一码: each village's permanent code as a poster for its notice board. A file of all villages is larger than an answer
 * may be: it goes to cloud storage and is handed out as an address.
 */
import { createHash } from 'node:crypto'
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { villageCode } from '../../src/domain/village-code'
import type { VillageDoc } from '../common/documents'
import { type CodePicture, miniProgramCode } from '../common/mini-program-code'
import type { MemberContext } from '../common/serve'
import { storage } from '../common/storage'
import { type Poster, posterSheets } from './posters/poster-sheets'

type Send = CallIn<'programme', 'posters'>

/** The widest that WeChat draws: on A3 the code is 18 cm wide. */
const CODE_PIXELS = 1280
/** Two hundred villages are drawn within the function's time, and WeChat is not flooded. */
const AT_ONCE = 6

/** Three requests with the caller's own, three of storage, one to WeChat a village; a code that fails, and nothing is stored. */
export async function posters(
  { villageId, size }: Send,
  { repos }: MemberContext,
): Promise<CallOut<'programme', 'posters'>> {
  const [{ title, districts }, everyVillage] = await Promise.all([repos.programme.get(), repos.villages.all()])
  const villages = everyVillage.filter(({ id }) => villageId === null || id === villageId).sort(byId)
  if (villages.length === 0) throw failure('notFound')

  const codes = await codesOf(villages)
  const sheets = villages.map(({ id, name, town, districtId }, n): Poster => {
    const district = districts.find((one) => one.id === districtId)?.name ?? ''
    return { id, name, place: [district, town].filter((one) => one !== '').join('　'), code: codes[n]! }
  })
  const file = await posterSheets(sheets, size, title)
  const { fileId, bytes } = await storage.keep(pathOf(villageId, size, title, sheets), file)
  return {
    fileName: fileNameOf(villages, villageId, size),
    address: await storage.address(fileId),
    bytes,
    villages: villages.length,
  }
}

async function codesOf(villages: readonly VillageDoc[]): Promise<CodePicture[]> {
  const codes: CodePicture[] = []
  for (let from = 0; from < villages.length; from += AT_ONCE) {
    const some = villages.slice(from, from + AT_ONCE)
    codes.push(...(await Promise.all(some.map(({ id }) => miniProgramCode(villageCode(id), CODE_PIXELS)))))
  }
  return codes
}

/**
 * The same posters lie under the same path, so that printing again leaves nothing behind; what differs has another, since
 * storage may hand out for a while what lay under a path before.
 */
function pathOf(villageId: string | null, size: Send['size'], title: string, sheets: readonly Poster[]): string {
  const hash = createHash('sha256').update(title)
  for (const { id, name, place, code } of sheets) hash.update(`\n${id}\n${name}\n${place}\n`).update(code.bytes)
  return `posters/${size}/${villageId ?? 'all'}-${hash.digest('hex').slice(0, 16)}.docx`
}

function fileNameOf(villages: readonly VillageDoc[], villageId: string | null, size: Send['size']): string {
  const which = villageId === null ? `全部${villages.length}个村` : villages[0]!.name
  return `一村一码-${which.replace(/[\\/:*?"<>|]/g, '')}-${size}.docx`
}

function byId(a: VillageDoc, b: VillageDoc): number {
  return a.id < b.id ? -1 : 1
}
