/** What every stand of the small round is made of, on a cloud that is empty still. */
import type { ProgrammeDoc, SchemeDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import { cardItems } from '../../../src/domain/card-check'
import { rehearsalId } from '../../../src/domain/rehearsal-id'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { LocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'
import { administrator, openidOf } from '../../seed/people'
import { shanghaiDay } from '../../seed/shanghai-time'
import { type Objects, SEND, schemes } from './objects'
import { OTHER_VILLAGE, smallFile, VILLAGE } from './small-round'
import { photoPath, programmeOf, type Shared, sharedOf, WORKBOOK_PATH } from './stands'

export async function sharedOn(cloud: LocalCloud): Promise<Shared> {
  const file = smallFile('one')
  const { fileID } = await cloud.sdk().uploadFile({ cloudPath: photoPath(file), fileContent: Buffer.from('a picture') })
  const { items } = file.scheme.survey
  const now = Date.now()
  const documents = programmeOf(now)
  for (const [collection, docs] of Object.entries(documents)) cloud.seed(collection, docs)
  const { fileId, hash, text } = await workbookOn(cloud)
  const [first, second] = file.scheme.indicators.filter(({ kind }) => kind === 'measured')
  const objects = {
    now,
    preparedId: `${file.id}-next`,
    rehearsalId: rehearsalId(file.id, 1),
    measured: [first!.id, second!.id] as const,
    plan: planOf(file, now),
    districts: districtsOf(documents),
    rules: rulesOf(documents),
    workbook: { fileId, hash },
    roundId: file.id,
    villageId: VILLAGE,
    otherVillageId: OTHER_VILLAGE,
    items: cardItems(file, VILLAGE),
    indicatorId: first!.id,
    answers: Object.fromEntries(items.map(({ id }) => [id, 4])),
    photoFileId: fileID,
  }
  return sharedOf(file, objects, text)
}

/** As an administrator downloads it, uploads it, and looks at what it would change. */
async function workbookOn(cloud: LocalCloud): Promise<{ fileId: string; hash: string; text: string }> {
  const ask = async (action: string, payload: object) => {
    const answer = (await cloud.call('programme', { action, payload }, openidOf(administrator.memberId))) as Answer
    if (!answer.ok) throw new Error(`the workbook: ${action} is refused: ${JSON.stringify(answer.error)}`)
    return answer.data as { base64: string; hash: string }
  }
  const table = { kind: 'villages' }
  const fileContent = Buffer.from((await ask('exportTable', table)).base64, 'base64')
  const { fileID: fileId } = await cloud.sdk().uploadFile({ cloudPath: WORKBOOK_PATH, fileContent })
  const { hash } = await ask('importTable', { table, fileId, hash: null, sendId: SEND })
  return { fileId, hash, text: fileContent.toString('latin1') }
}

function planOf(file: AuditEdition, now: number): Objects['plan'] {
  const { id, version } = file.scheme
  return {
    day: shanghaiDay(now),
    scheme: { id, version },
    stops: file.stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
    panel: ['I06', 'I08', 'I10'],
    notApplicable: [],
    notApplicableDecided: true,
  }
}

function districtsOf({ programme }: Record<string, Doc[]>): Objects['districts'] {
  return (programme as unknown as ProgrammeDoc[])[0]!.districts
}

function rulesOf(documents: Record<string, Doc[]>): Objects['rules'] {
  const found = (documents.schemes as unknown as SchemeDoc[]).find(({ id }) => id === schemes.draft)
  return found!.rules as Objects['rules']
}
