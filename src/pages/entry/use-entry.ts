import { useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../client/call'
import { scan } from '../../client/device'
import { go, replace, restartAt } from '../../client/navigate'
import { afterScan, openingOfThisPage, villageCodeIn } from '../../client/scanned-code'
import {
  answeredVillage,
  drawerThatWaits,
  forgetDraft,
  keptDraft,
  type Opening,
  reopenDraft,
  startDraft,
} from '../../client/survey-answers'
import { useRead } from '../../client/use-read'
import type { ScreenState } from '../../components/screen'
import { failure } from '../../contract/errors'
import type { Destination } from '../../contract/member'
import { type Cover, coverOf, isCover } from './cover'

/** 一村一码: one call, and the page that answers it. A villager's is this one. */
export function useEntry() {
  const [opened] = useState(openingOfThisPage)
  const { data, failed, reload } = useRead(() => enter(opened))
  const [noRandom, setNoRandom] = useState(false)
  const [scanFailed, setScanFailed] = useState(false)

  // With every answer the phone is looked at anew: the villager may have come back from the questions.
  const cover = useMemo(() => {
    if (!data || !isCover(data)) return null
    return coverOf(data, { draft: keptDraft(), answeredIn: answeredVillage })
  }, [data])

  useEffect(() => {
    if (data?.go === 'arrival')
      replace('inspect/arrival/index', { round: data.round.id, village: data.village.id, scanned: '1' })
    if (data?.go === 'tasks') replace('office/deductions/index', { round: data.round.id, village: data.village.id })
    if (data?.go === 'village') showVillage(data)
    if (data?.go === 'public') replace('public/village/index', { village: data.village.id })
    if (data?.go === 'surveyClosed' && data.reason === 'closed') forgetDraft()
  }, [data])

  // A household card that waits goes out as soon as there is an answer at all; once, so that back leads here.
  const cardSent = useRef(false)
  useEffect(() => {
    if (!data || !isCover(data) || cardSent.current || drawerThatWaits() !== 'card') return
    cardSent.current = true
    go('survey/questions/index', { by: 'card' })
  }, [data])

  async function start() {
    if (!cover?.form) return
    try {
      await startDraft(cover.form, opened, cover.stand.kind !== 'again')
      toQuestions()
    } catch {
      setNoRandom(true)
    }
  }

  function goOn() {
    if (cover?.form) reopenDraft(opened)
    toQuestions()
  }

  async function scanAgain() {
    const scanned = await scan()
    const found = scanned.kind === 'code' ? villageCodeIn(scanned.text) : null
    if (found) replace('pages/entry/index', afterScan(found))
    else if (scanned.kind === 'unavailable') home()
    else setScanFailed(scanned.kind === 'code')
  }

  return { screen: screenOf(), cover, noRandom, notACode: scanFailed, start, goOn, home, scanAgain }

  function screenOf(): ScreenState {
    if (cover) return 'ready'
    if (!failed) return 'loading'
    if (failed === 'unknownCode' || failed === 'invalid')
      return {
        error: scanFailed ? '扫到的不是村里的码' : '这个码不认识',
        text: '码可能已经作废。请重新扫村里公示栏上的码。',
        action: { label: '重新扫码', onPress: scanAgain },
      }
    return {
      error: '没连上',
      text: '请看看手机有没有信号，再试一次。',
      action: { label: '再试一次', onPress: () => void reload() },
    }
  }
}

export type Entry = ReturnType<typeof useEntry> & { cover: Cover | null }

/**
 * Answers of this account that were sent and got no receipt come first: whatever was scanned, they are sent, and by
 * the code just scanned where it is the same village's.
 */
export function sendFirst(): void {
  reopenDraft(openingOfThisPage())
  replace('survey/questions/index')
}

async function enter(opened: Opening): Promise<Destination> {
  if (opened.code === '' || opened.code.length > 32) throw failure('unknownCode')
  return call('member', 'enter', opened)
}

function showVillage({ round, village }: Extract<Destination, { go: 'village' }>): void {
  if (!round) restartAt('pages/home/index')
  else if (['sealed', 'announced', 'archived'].includes(round.state))
    replace('manage/village/index', { round: round.id, village: village.id })
  else replace('manage/progress/index', { round: round.id })
}

function toQuestions(): void {
  go('survey/questions/index')
}

function home(): void {
  restartAt('pages/home/index')
}
