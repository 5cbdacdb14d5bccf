import { shanghaiClock } from '../../domain/shanghai-clock'
import type { RoundView } from './use-round'

/** The one thing to do now, or what is waited for. */
export type MainDeed = {
  kind: 'start' | 'close' | 'look' | 'propose' | 'agree' | 'announce' | 'readBoard' | 'prepare' | 'wait'
  label: string
}

type Now = {
  /** The key of what is being done. */
  doing: string | null
  /** Kinds of warnings that this person has not looked at. */
  unseen: number
  /** The server's clock, in ms. */
  now: number
}

export function mainDeed({ round, me, day, sealing }: RoundView, { doing, unseen, now }: Now): MainDeed {
  if (doing) return wait(DOING[doing] ?? '正在办，请稍等')
  const { isAdministrator } = me
  switch (round.state) {
    case 'draft':
      return isAdministrator ? deed('prepare', '接着筹备') : wait('准备好了才能开始')
    case 'ready':
      return isAdministrator ? deed('start', `开始第 ${round.number} 次拉练`) : wait('等管理员开始')
    case 'running':
      return isAdministrator ? deed('close', '收卷') : wait('等管理员收卷')
    case 'closed':
      return closed()
    case 'sealing':
      return wait('正在封存，可以离开这一页')
    case 'sealed':
      return isAdministrator ? deed('announce', '公布榜单') : wait('等管理员公布')
    case 'announced':
    case 'archived':
      return deed('readBoard', '看榜单')
  }

  function closed(): MainDeed {
    if (sealing?.mayAgree) return unseen > 0 ? look() : deed('agree', '同意封存')
    if (sealing?.isMine) return wait('等另一位管理员或任一评委同意')
    if (sealing) return wait('等有权的人同意')
    if (!isAdministrator) return wait('等管理员提请封存')
    const sealableAt = day?.sealableAt ?? now
    if (now < sealableAt) return wait(`${countdown(sealableAt, now)} 可以提请封存`)
    return unseen > 0 ? look() : deed('propose', '提请封存')
  }

  function look(): MainDeed {
    return deed('look', `还有 ${unseen} 条没看`)
  }
}

/** Within the hour it counts down, before that it names the time: 还有 0:42 · 等申诉期过，19:05 */
function countdown(sealableAt: number, now: number): string {
  const seconds = Math.ceil((sealableAt - now) / 1000)
  if (seconds > 300) return `申诉期到 ${shanghaiClock(sealableAt)}，之后`
  return `还有 ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const DOING: Record<string, string> = {
  start: '正在开始',
  close: '正在收卷',
  seal: '正在提请封存',
  agree: '正在同意',
  withdraw: '正在撤回',
  announce: '正在公布',
  archive: '正在归档',
}

function deed(kind: MainDeed['kind'], label: string): MainDeed {
  return { kind, label }
}

function wait(label: string): MainDeed {
  return { kind: 'wait', label }
}
