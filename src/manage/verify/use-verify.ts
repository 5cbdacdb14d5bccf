import { useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { download } from '../../client/download'
import { pageQuery } from '../../client/navigate'
import { whyNotRead } from '../../client/use-reading'
import type { CallOut } from '../../contract'
import type { Board } from '../../contract/ranking'
import { roundDigest } from '../../domain/digest'
import { readRoundFile } from '../../domain/read-round-file'
import { refusalLine } from '../../domain/refusal'
import { roundRanking } from '../../domain/round-ranking'
import { type Comparison, compare } from './compare'

/** In the order in which they are done. */
export const steps = ['download', 'read', 'compute', 'digest'] as const
export type Step = (typeof steps)[number]

type PublicFile = CallOut<'ranking', 'exportPublic'>

export type Verdict =
  | { kind: 'agrees' | 'differs'; board: Board; file: PublicFile; digest: string; comparison: Comparison }
  | { kind: 'cannot'; why: string }

export type Verifying = {
  doing: Step
  /** Size of what was downloaded; null until it is here. */
  bytes: number | null
  verdict: Verdict | null
  again(): void
}

/** Recomputes the announced ranking on this phone, by the same rules as the server and the command line. */
export function useVerify(): Verifying {
  const [state, setState] = useState<Pick<Verifying, 'doing' | 'bytes' | 'verdict'>>(START)
  const turn = useRef(0)

  async function run() {
    const own = ++turn.current
    const tell = async (news: Partial<typeof state>) => {
      if (own === turn.current) setState((before) => ({ ...before, ...news }))
      await aMoment()
    }
    setState(START)
    const verdict = await verify(pageQuery().round ?? '', tell).catch((error): Verdict => {
      return { kind: 'cannot', why: error instanceof CannotVerify ? error.message : FAULT }
    })
    await tell({ verdict })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    void run()
    return () => void turn.current++
  }, [])
  return { ...state, again: () => void run() }
}

const START = { doing: 'download', bytes: null, verdict: null } as const

class CannotVerify extends Error {}

const NOT_YET = '榜单还没有公布。公布以后才有公开版，才能验算。'
const FAULT = '这部手机没有算完，可能是内存不够。请关掉别的程序再算一次，或者换一部手机。'

async function verify(roundId: string, tell: (news: { doing?: Step; bytes?: number }) => Promise<void>) {
  // Exact arithmetic needs whole numbers of any size: iOS before 14 has none.
  if (typeof BigInt === 'undefined')
    throw new CannotVerify('这部手机的系统太旧，没有验算要用的大整数。请换一部新些的手机，或在电脑上用公开版重算。')
  const { board, file } = await announced(roundId)
  const bytes = await download(file.url).catch(() => {
    throw new CannotVerify('没有取到公开版。请看看信号，再算一次。')
  })

  await tell({ doing: 'read', bytes: bytes.length })
  const read = readRoundFile(bytes)
  if ('refusal' in read)
    throw new CannotVerify(`公开版不合格式，没法照它算：${refusalLine(read.refusal)}。请把这句话告诉管理员。`)
  const { round } = read
  if (round.edition !== 'public') throw new CannotVerify('取到的不是公开版。请告诉管理员。')

  await tell({ doing: 'compute' })
  const { ranking } = roundRanking(round)

  await tell({ doing: 'digest' })
  const digest = roundDigest(round, ranking)
  const comparison = compare(board, file.digest, { round, ranking, digest })
  const kind = comparison.differences.length === 0 ? 'agrees' : 'differs'
  return { kind, board, file, digest, comparison } satisfies Verdict
}

async function announced(roundId: string) {
  try {
    const board = await call('ranking', 'board', { roundId })
    if (board.round.state === 'sealed') throw new CannotVerify(NOT_YET)
    return { board, file: await call('ranking', 'exportPublic', { roundId }) }
  } catch (error) {
    if (error instanceof CannotVerify) throw error
    const code = codeOf(error)
    throw new CannotVerify(code === 'wrongState' ? NOT_YET : whyNotRead(code))
  }
}

/** Long enough for the screen to draw what is being done before the phone is busy with it. */
function aMoment(): Promise<void> {
  return new Promise((then) => setTimeout(then, 50))
}
