import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { SchemeDoc } from '../common/documents'
import type { MemberContext } from '../common/serve'
import { asSeen, schemeVersion } from './scheme-version'

type Send = CallIn<'programme', 'saveScheme'>

/** Keeps a draft whatever its faults. Three requests. */
export async function saveScheme(send: Send, context: MemberContext): Promise<CallOut<'programme', 'saveScheme'>> {
  const saved = send.revision === null ? await begin(send, context) : await save(send, send.revision, context)
  return schemeVersion(saved, context)
}

async function begin(send: Send, { me, now, repos }: MemberContext): Promise<SchemeDoc> {
  const { rules, settings, sendId } = send
  if (rules.version !== 1) throw failure('invalid', { path: 'rules.version', problem: '新方案从第 1 版开始' })
  await repos.schemes.begin({
    id: rules.id,
    version: 1,
    state: 'draft',
    rules,
    settings,
    by: me.memberId,
    byName: me.name,
    at: now,
    publishedBy: null,
    publishedAt: null,
    sendId,
    begunWith: sendId,
  })
  const stored = (await repos.schemes.byVersion(rules.id, 1))!
  // Somebody else's, or begun by an earlier send of this one: what was seen was nothing.
  if (stored.begunWith !== sendId) asSeen(stored, 0)
  return stored
}

function save(send: Send, revision: number, { me, now, repos }: MemberContext): Promise<SchemeDoc> {
  const { rules, settings, sendId } = send
  return repos.schemes.change(rules.id, rules.version, (stored) => {
    if (stored.sendId === sendId) return null
    asSeen(stored, revision)
    return {
      rules,
      // Recordings and other settings that no screen asks for stay.
      settings: { ...stored.settings, ...settings },
      by: me.memberId,
      byName: me.name,
      at: now,
      sendId,
    }
  })
}
