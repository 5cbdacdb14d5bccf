import { useEffect, useState } from 'react'
import { call } from '../../client/call'
import { launch, scan, storage } from '../../client/device'
import { isLeftWaiting } from '../../client/left-waiting'
import { go } from '../../client/navigate'
import { afterScan, inviteIn, villageCodeIn, withInvite } from '../../client/scanned-code'
import { useRead } from '../../client/use-read'
import type { Me } from './doors'

/** The last answer is kept: an inspector without a signal must find the door to the route. */
const KEPT = 'home/me/2'

/** `ahead`: the server's clock less the phone's when it answered, in ms. */
type KnownMe = Me & { ahead: number }

export function useHome() {
  const [answers, setAnswers] = useState(false)
  // Only an officer waits here for something that comes by itself.
  const { data, failed, reload } = useRead(readMe, { live: answers ? 'often' : undefined })
  const [kept] = useState(() => storage.get(KEPT) as KnownMe | undefined)
  const [trouble, setTrouble] = useState<string>()
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState(() => launch().query.code ?? '')
  const me = data ?? (failed ? (kept ?? null) : null)

  useEffect(() => setAnswers(isOfficer(data)), [data])

  async function scanCode() {
    const scanned = await scan()
    if (scanned.kind === 'unavailable') setTyping(true)
    if (scanned.kind !== 'code') return
    const invite = inviteIn(scanned.text)
    if (invite) return go('join/bind/index', withInvite(invite))
    const code = codeOrTrouble(scanned.text, '这不是村里的码。公示栏上写着村名的那个才是。')
    if (code) go('pages/entry/index', afterScan(code))
  }

  function openTyped() {
    const code = codeOrTrouble(typed, '没有这样的村码。村码像 V01 这样。')
    if (code) go('pages/entry/index', { code })
  }

  function codeOrTrouble(text: string, trouble: string) {
    const code = villageCodeIn(text)
    setTrouble(code ? undefined : trouble)
    return code
  }

  return {
    me,
    ahead: me?.ahead ?? 0,
    /** Nothing is known yet of who this is. */
    loading: !data && !failed,
    offline: failed !== null,
    /** An inspector's work that was left on this phone: opened cold, nothing sends it from here. */
    leftWaiting: isLeftWaiting(),
    reload: () => void reload(),
    trouble,
    scanCode,
    /** Without a scanner (web) the code is typed. */
    typing,
    typed,
    setTyped,
    openTyped,
  }
}

export type Home = ReturnType<typeof useHome>

async function readMe(): Promise<KnownMe> {
  const answer = await call('member', 'me', {})
  const me = { ...answer, ahead: answer.at - Date.now() }
  if (me.member) keep(me)
  else storage.remove(KEPT)
  return me
}

function isOfficer(me: Me | null): boolean {
  return me?.member?.roles.some(({ role }) => role === 'officer') ?? false
}

function keep(me: KnownMe): void {
  try {
    storage.set(KEPT, me)
  } catch {}
}
