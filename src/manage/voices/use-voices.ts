import { useRef, useState } from 'react'
import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type Voices = CallOut<'survey', 'voices'>

/** Read once: after sealing nothing is added, and another shuffle would lose the reader's place. */
export function useVoices() {
  const [{ round: roundId = '', village: villageId = '' }] = useState(pageQuery)
  const kept = useRef<Voices>()
  const read = useRead(async () => {
    kept.current ??= await call('survey', 'voices', { roundId, villageId })
    return kept.current
  })
  return { ...useReading(read), isRecused: read.failed === 'recused' }
}
