/** 这个分数怎么来的: a village's score reckoned again from the sealed inputs, step by step. Three requests, one of storage. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { NameOf } from '../../src/domain/explained-lines'
import { explanations } from '../../src/domain/explanation'
import { inspectorLetters } from '../../src/domain/public-edition'
import type { AuditEdition } from '../../src/domain/round-file'
import type { MemberDoc } from '../common/documents'
import { roundHead, villageHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { sealedAudit } from './sealed-audit'
import { readableSnapshot } from './sealed-board'

type Explained = CallOut<'ranking', 'explain'>

export async function explain({ villageId }: CallIn<'ranking', 'explain'>, context: RoundContext): Promise<Explained> {
  const { me, round } = context
  const snapshot = await readableSnapshot(context)
  const village = round.villages.find(({ id }) => id === villageId)
  if (!village) throw failure('notFound')
  const audit = await sealedAudit(snapshot)
  const { steps } = explanations(audit, snapshot.result)(villageId, nameFor(me, audit, snapshot.digest))
  return { round: roundHead(round), digest: snapshot.digest, village: villageHead(village), steps }
}

/** Administrators know who sat on the panel; for the others an inspector is the letter of the public edition. */
function nameFor(me: MemberDoc, { panel }: AuditEdition, digest: string): NameOf {
  if (me.roles.some(({ role }) => role === 'administrator')) {
    const names = new Map(panel.map(({ id, name }) => [id, name]))
    return (inspectorId) => names.get(inspectorId)!
  }
  const letters = inspectorLetters(panel, digest)
  return (inspectorId) => `评委 ${letters.get(inspectorId)}`
}
