/** What became of a card at sealing, as its inspector is told (docs/domain.md, A round's life). */
import type { LateSend, SealedCard } from '../../contract/scoring'
import type { SealedVerdict } from '../../domain/sealed-card'
import { momentInWords } from '../clock-words'

export type VerdictWords = {
  kind: 'done' | 'other' | 'alarm'
  title: string
  text: string
  /** What the administrator needs to look into it; only for an alarm. */
  toCopy: { label: string; text: string } | null
}

export function verdictInWords(verdict: SealedVerdict<SealedCard, LateSend>, village: string): VerdictWords {
  switch (verdict.kind) {
    case 'asSubmitted':
      return done('已如实计入', `封存的就是您 ${versionOf(verdict.sealed)}`)
    case 'lateAdmitted':
      return done('迟到的改动已被采纳', `两人同意后，计入的是您 ${versionOf(verdict.sealed)}`)
    case 'otherPhone':
      return other(
        '在另一台手机上改过',
        `计入的是用${verdict.sealed.device || '另一台手机'}在 ${versionOf(verdict.sealed)}`,
      )
    case 'lateRefused':
    case 'lateWaiting':
      return other('迟到的改动未被采纳', insteadOf(verdict.sealed, verdict.late))
    case 'notSubmitted':
      return other('没有计入', '收卷前没有提交，这个村没有您的评分。')
    case 'alarm':
      return {
        kind: 'alarm',
        title: `${village}的评分表与封存的不一致`,
        text: '请立即告诉管理员，把下面两个校验码一起给他。',
        toCopy: hashesOf(village, verdict.mine?.hash, verdict.sealed?.hash),
      }
  }
}

function done(title: string, text: string): VerdictWords {
  return { kind: 'done', title, text, toCopy: null }
}

function other(title: string, text: string): VerdictWords {
  return { kind: 'other', title, text, toCopy: null }
}

/** 17:12 交的那一版，校验码 1f3a9c02。 */
function versionOf({ at, hash }: SealedCard): string {
  return `${momentInWords(at)} 交的那一版，校验码 ${short(hash)}。`
}

function insteadOf(sealed: SealedCard | null, late: LateSend): string {
  const missed = `${momentInWords(late.at)} 的改动收卷后才传到，没有两人同意。`
  return sealed ? `${missed}计入的是您 ${versionOf(sealed)}` : `${missed}这个村没有您的评分计入。`
}

function hashesOf(village: string, mine: string | undefined, sealed: string | undefined) {
  const text = `${village}评分表\n这部手机：${mine ?? '没有提交过'}\n封存的：${sealed ?? '没有这张'}`
  return { label: '复制两个校验码', text }
}

function short(hash: string): string {
  return hash.replace('sha256:', '').slice(0, 8)
}
