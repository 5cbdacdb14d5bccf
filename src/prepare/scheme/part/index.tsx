import { useState } from 'react'
import { go, pageQuery } from '../../../client/navigate'
import { Screen } from '../../../components/screen'
import { StaleNotice } from '../../../components/stale-notice'
import type { SchemeVersion } from '../../../contract/programme'
import type { SchemePart } from '../../../domain/scheme-faults'
import { type ListName, schemeLists } from '../../../domain/scheme-lists'
import { FaultLines } from '../fault-lines'
import { faultsOfPart, schemeParts, titleOf } from '../scheme-words'
import { queryOf, useScheme } from '../use-scheme'
import { EntryList } from './entry-list'
import { InWords } from './in-words'
import { OrderScreen } from './order-screen'
import { SurveyRules } from './survey-rules'

const listsOf: Partial<Record<SchemePart, readonly ListName[]>> = {
  actions: ['actions'],
  indicators: ['indicators'],
  deductions: ['deductions'],
  survey: ['questions', 'levels'],
}

/** One part: its entries, each with what is wrong with it; what is published is read in words. */
export default function PartPage() {
  const [{ part: asked }] = useState(pageQuery)
  const part = schemeParts.find((one) => one.part === asked)?.part ?? 'rules'
  const { data, screen, offline, stale, reload } = useScheme()
  const [ordering, setOrdering] = useState<ListName | null>(null)
  const title = titleOf(part)
  if (!data) return <Screen title={title} broad state={screen} offline={offline} />
  if (ordering) {
    const done = () => {
      setOrdering(null)
      void reload()
    }
    return <OrderScreen list={ordering} version={data} done={done} />
  }
  const faults = faultsOfPart(data.faults, part)
  return (
    <Screen title={title} broad offline={offline}>
      <StaleNotice stale={stale} />
      <FaultLines faults={faults.filter(({ path }) => isOfWholePart(path))} />
      {data.head.state === 'published' ? (
        <InWords version={data} part={part} />
      ) : (
        <>
          {listsOf[part]?.map((list) => (
            <EntryList
              key={list}
              list={list}
              version={data}
              open={(id) => openEntry(data, list, id)}
              order={() => setOrdering(list)}
            />
          ))}
          {part === 'survey' && (
            <SurveyRules
              version={data}
              open={() => go('prepare/scheme/entry/index', { ...queryOf(data), kind: 'surveyRules' })}
            />
          )}
        </>
      )}
    </Screen>
  )
}

function openEntry(version: SchemeVersion, kind: ListName, entry: string | null): void {
  go('prepare/scheme/entry/index', { ...queryOf(version), kind, ...(entry !== null && { entry }) })
}

/** Of a list, and of no entry in it. */
function isOfWholePart(path: string): boolean {
  return Object.values(schemeLists).some((list) => list.path === path)
}
