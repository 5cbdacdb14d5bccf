import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { SchemeVersion } from '../../contract/programme'

/** The version that the page was opened with. */
export function useScheme(): Reading<SchemeVersion> {
  const [{ id = '', version = '1' }] = useState(pageQuery)
  return useReading(useRead(() => call('programme', 'scheme', { id, version: Number(version) })))
}

/** As a page of the same version is asked for. */
export function queryOf({ head: { id, version } }: Pick<SchemeVersion, 'head'>): { id: string; version: string } {
  return { id, version: String(version) }
}
