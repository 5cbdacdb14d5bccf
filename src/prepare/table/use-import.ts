import { useRef, useState } from 'react'
import { call } from '../../client/call'
import { type PickedFile, pickWorkbook } from '../../client/files'
import { newSendId } from '../../client/send-id'
import { type Refused, refusedBy } from '../../client/use-deed'
import { Failure } from '../../contract/errors'
import type { ImportPreview, Table } from '../../contract/programme'

/** The function reads no larger file; a table filled in by hand is far smaller. */
const MOST_BYTES = 2_000_000

/** A chosen file's one way: uploaded, looked through, and, once it was agreed to, written. All under one send's id. */
type Chosen = { file: PickedFile; sendId: string; fileId: string | null }

export type Importing = ReturnType<typeof useImport>

export function useImport(table: Table) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [doing, setDoing] = useState<'choosing' | 'uploading' | 'reading' | 'writing' | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  /** What stands was changed since the preview was shown: it is another one now. */
  const [isAnew, setAnew] = useState(false)
  const busy = useRef(false)

  /** One thing at a time; what goes wrong stands on the screen. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setRefused(null)
    try {
      await work()
    } catch (error) {
      setRefused(inWords(error))
    } finally {
      busy.current = false
      setDoing(null)
    }
  }

  async function choose(): Promise<void> {
    setDoing('choosing')
    const file = await pickWorkbook()
    if (!file) return
    setPreview(null)
    setAnew(false)
    setChosen(null)
    if (file.bytes > MOST_BYTES) throw new Error('文件超过 2 MB，读不了。请删掉里面的图片，或分成几个文件。')
    const next = { file, sendId: await newSendId(), fileId: null }
    setChosen(next)
    await look(next)
  }

  async function look({ file, sendId, fileId }: Chosen): Promise<void> {
    setDoing('uploading')
    const uploaded = fileId ?? (await file.upload(`imports/${sendId}.xlsx`))
    setChosen({ file, sendId, fileId: uploaded })
    setDoing('reading')
    setPreview(await call('programme', 'importTable', { table, fileId: uploaded, hash: null, sendId }))
  }

  async function write(): Promise<void> {
    const { sendId, fileId } = chosen!
    setDoing('writing')
    try {
      const { hash } = preview!
      setPreview(await call('programme', 'importTable', { table, fileId: fileId!, hash, sendId }))
    } catch (error) {
      if (refusedBy(error).code !== 'changed') throw error
      setAnew(true)
      await look(chosen!)
    }
  }

  return {
    file: chosen?.file ?? null,
    preview,
    doing,
    refused,
    isAnew,
    choose: () => void alone(choose),
    /** The same file again, after a lost answer. */
    again: () => void alone(() => look(chosen!)),
    write: () => void alone(write),
  }
}

/** The picker's and the upload's own sentences, or the refusal's; what the workbook's reader says is the more exact. */
function inWords(error: unknown): Refused {
  if (error instanceof Error && !(error instanceof Failure) && /[\u4e00-\u9fff]/.test(error.message))
    return { code: 'file', sentence: error.message, details: {} }
  return refusedBy(error)
}
