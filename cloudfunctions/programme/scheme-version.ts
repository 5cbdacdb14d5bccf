/** A version of the scheme as the screens get it: its head, its content, and what is wrong with it. */
import { failure } from '../../src/contract/errors'
import type { SchemeHead, SchemeRules, SchemeSettings, SchemeVersion } from '../../src/contract/programme'
import { defaultSchemeSettings } from '../../src/domain/default-scheme'
import { schemeFaults } from '../../src/domain/scheme-faults'
import type { SchemeDoc, Settings } from '../common/documents'
import type { MemberContext } from '../common/serve'

type UsedScheme = { id: string; version: number }

export function schemeHead(doc: SchemeDoc, used: readonly UsedScheme[]): SchemeHead {
  const { id, version, state, publishedAt, revision, rules, byName = '', at } = doc
  return {
    id,
    version,
    title: rules.title,
    state,
    publishedAt,
    savedByName: byName,
    savedAt: at,
    revision,
    rounds: used.filter((one) => one.id === id && one.version === version).length,
  }
}

/** One request, for the rounds that use it. */
export async function schemeVersion(doc: SchemeDoc, { repos }: Pick<MemberContext, 'repos'>): Promise<SchemeVersion> {
  const settings = wholeSettings(doc.settings)
  return {
    head: schemeHead(doc, await repos.rounds.schemesUsed()),
    // What is stored was the contract's when it came in.
    rules: doc.rules as SchemeRules,
    settings,
    faults: schemeFaults(doc.rules, settings),
  }
}

/** Older documents leave some out, and some hold what no screen asks for. */
export function wholeSettings(stored: Settings): SchemeSettings {
  const defaults = defaultSchemeSettings()
  const {
    organiser,
    appealMinutes,
    overdueItemId,
    sharedInspectors,
    announceTo,
    surveyDaysBefore,
    goalFull,
    goalStep,
  } = stored
  return {
    organiser,
    appealMinutes,
    overdueItemId: overdueItemId ?? null,
    sharedInspectors: sharedInspectors ?? defaults.sharedInspectors,
    announceTo,
    surveyDaysBefore: surveyDaysBefore ?? defaults.surveyDaysBefore,
    goalFull: goalFull ?? defaults.goalFull,
    goalStep: goalStep ?? defaults.goalStep,
  }
}

/** Refuses what cannot be changed any more, and what somebody else changed since it was seen: with both heads. */
export function asSeen(stored: SchemeDoc, revision: number): void {
  if (stored.state === 'published') throw failure('published')
  if (stored.revision === revision) return
  const { byName = '', at } = stored
  throw failure('changed', {
    seen: { revision },
    stored: { revision: stored.revision, savedByName: byName, savedAt: at },
  })
}
