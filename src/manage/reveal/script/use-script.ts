import { useState } from 'react'
import { call } from '../../../client/call'
import { pageQuery } from '../../../client/navigate'
import { chosenRound, type MyRound } from '../../../client/rounds'
import { useRead } from '../../../client/use-read'
import { useReading } from '../../../client/use-reading'
import { keepMessages, messagesOf } from '../messages'

export type Script = {
  messages: readonly string[]
  add(): void
  change(at: number, text: string): void
  remove(at: number): void
  move(from: number, to: number): void
}

/** `round` null: this person has no sealed round's board to show. */
export function useScript() {
  const reading = useReading(useRead(() => readRound(pageQuery().round)))
  return { ...reading, script: useMessages(pageQuery().round ?? '') }
}

async function readRound(asked: string | undefined): Promise<{ round: MyRound | null }> {
  const { rounds } = await call('member', 'me', {})
  const round = chosenRound(rounds, asked)
  return { round: round?.mayReadBoard ? round : null }
}

/** Kept at every touch. */
function useMessages(roundId: string): Script {
  const [messages, setMessages] = useState(() => messagesOf(roundId))

  function set(changed: string[]) {
    keepMessages(roundId, changed)
    setMessages(changed)
  }

  return {
    messages,
    add: () => set([...messages, '']),
    change: (at, text) => set(messages.map((each, i) => (i === at ? text : each))),
    remove: (at) => set(messages.filter((_, i) => i !== at)),
    move: (from, to) => {
      const others = messages.filter((_, i) => i !== from)
      set([...others.slice(0, to), messages[from]!, ...others.slice(to)])
    },
  }
}
