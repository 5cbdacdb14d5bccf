/** What the people of a city do, from an empty cloud to a round that is ready, each by calls from their own account. */
import type { CallOut } from '../../../src/contract'
import type { Table } from '../../../src/contract/programme'
import type { GoalPromise, Plan, Preparation } from '../../../src/contract/round'
import { defaultRules, defaultSchemeSettings } from '../../../src/domain/default-scheme'
import { groupBy } from '../../../src/domain/group-by'
import type { AuditEdition } from '../../../src/domain/round-file'
import { firstCode } from '../../first-code/first-code'
import type { LocalCloud } from '../../local-cloud'
import { evidenceOf } from '../../seed/evidence'
import { members, officer, openidOf } from '../../seed/people'
import { promised } from '../../seed/promises'
import { readSample, seedAll } from '../../seed/sample'
import { calling, newId } from '../day/calling'
import { holds } from '../proof'
import { DECLARED_BY_HAND, type TableKind, tableOf, type Workbooks } from './workbooks'

type Imported = CallOut<'programme', 'importTable'>

/** Who sets the city up: the code that the deployment printed is theirs. */
const FIRST = openidOf('who set it up')
const FIRST_NAME = '何建平'
const ADMINISTRATOR = openidOf('M01')
const SECOND_ADMINISTRATOR = openidOf('M02')
/** Of V01. */
const OFFICER = openidOf(officer.memberId)
/** Of the panel, and recused nowhere. */
const CHECKS_FACTS = openidOf('I06')

export function theCity(cloud: LocalCloud, workbooks: Workbooks, now: () => number) {
  const file = readSample<AuditEdition>('round-2.json')
  const { id: roundId, scheme } = file
  const call = calling(cloud)

  return {
    importsAsFirst: (kind: TableKind) => imports(FIRST, tableOf(kind, file)),
    imports: (kind: TableKind) => imports(ADMINISTRATOR, tableOf(kind, file)),

    async firstAdministratorBinds(): Promise<void> {
      const { code, documents } = firstCode(now())
      await seedAll(cloud, documents)
      await call(FIRST, 'member', 'bind', { code, name: FIRST_NAME })
    },

    async namesTheProgramme(): Promise<void> {
      const { revision } = await call(FIRST, 'programme', 'overview', {})
      const districts = readSample<{ id: string; name: string }[]>('districts.json')
      const title = '党建引领乡村振兴试点'
      await call(FIRST, 'programme', 'saveOverview', { title, districts, revision, sendId: newId() })
    },

    /** Whoever the members' table named: a code each, and a phone. */
    async everybodyBinds(): Promise<number> {
      const people = members(file.panel, 0)
      for (const { memberId, name } of people) {
        const { code } = await call(FIRST, 'member', 'invite', { memberId, sendId: newId() })
        const bound = await call(openidOf(memberId), 'member', 'bind', { code, name })
        holds(bound.memberId === memberId, `${name} was bound as ${bound.memberId}`)
      }
      return people.length
    },

    /** Two others are there by now. */
    async firstAdministratorLeaves(): Promise<void> {
      const send = { memberId: 'first-administrator', sendId: newId() }
      await call(ADMINISTRATOR, 'member', 'revoke', send)
    },

    async beginsScheme(): Promise<void> {
      const rules = { ...defaultRules(scheme.id, '新方案'), version: scheme.version }
      const settings = defaultSchemeSettings()
      await call(ADMINISTRATOR, 'programme', 'saveScheme', { rules, settings, revision: null, sendId: newId() })
    },

    async publishesScheme(): Promise<void> {
      const named = { id: scheme.id, version: scheme.version }
      const { head, faults } = await call(ADMINISTRATOR, 'programme', 'scheme', named)
      holds(!faults.some(({ blocks }) => blocks), `the imported scheme has faults: ${JSON.stringify(faults)}`)
      await call(ADMINISTRATOR, 'programme', 'publishScheme', { ...named, revision: head.revision, sendId: newId() })
    },

    async createsRound(): Promise<void> {
      const { number, date: day } = file
      const { id, version } = scheme
      await call(ADMINISTRATOR, 'round', 'create', {
        roundId,
        number,
        day,
        scheme: { id, version },
        sendId: newId(),
      })
    },

    async plans(): Promise<void> {
      const { revision } = await preparation()
      const plan: Plan = {
        day: file.date,
        scheme: { id: scheme.id, version: scheme.version },
        stops: file.stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
        panel: file.panel.map(({ id }) => id),
        notApplicable: file.notApplicable,
        notApplicableDecided: true,
      }
      await call(ADMINISTRATOR, 'round', 'plan', { roundId, plan, revision, sendId: newId() })
    },

    /** The one goal that no workbook holds, by the officer of its village. */
    async officerDeclares(): Promise<void> {
      const { id: goalId, villageId, title } = file.goals.find(({ id }) => id === DECLARED_BY_HAND)!
      const declared = { roundId, goalId, villageId, title, ...promiseOf(goalId) }
      await call(OFFICER, 'programme', 'declareGoal', { ...declared, revision: null, sendId: newId() })
    },

    /** By the other administrator, who also says how hard it is where nobody did; who handed them in is refused. */
    async goalsAreApproved(): Promise<number> {
      const { goals } = await call(SECOND_ADMINISTRATOR, 'programme', 'goals', { roundId })
      let approved = 0
      for (const [villageId, ofVillage] of groupBy(goals, (goal) => goal.villageId)) {
        const said = ofVillage.map(({ id: goalId, revision, difficulty }) => ({
          goalId,
          revision,
          difficulty: difficulty ?? file.goals.find(({ id }) => id === goalId)!.difficulty,
        }))
        const send = { roundId, villageId, goals: said, sendId: newId() }
        await refusedTo(ADMINISTRATOR, 'approveGoals', send)
        await refusedTo(OFFICER, 'approveGoals', send, 'notAllowed')
        approved += (await call(SECOND_ADMINISTRATOR, 'programme', 'approveGoals', send)).approved
      }
      return approved
    },

    /** By an inspector of the panel; who entered them is refused. */
    async factsAreChecked(): Promise<number> {
      const { measurements } = await call(CHECKS_FACTS, 'programme', 'measurements', { roundId })
      let checked = 0
      for (const [villageId, ofVillage] of groupBy(measurements, (fact) => fact.villageId)) {
        const seen = ofVillage.map(({ indicatorId, revision }) => ({ indicatorId, revision: revision! }))
        const send = { roundId, villageId, measurements: seen, sendId: newId() }
        await refusedTo(ADMINISTRATOR, 'checkMeasurements', send)
        checked += (await call(CHECKS_FACTS, 'programme', 'checkMeasurements', send)).checked
      }
      return checked
    },

    preparation,

    async makesReady(): Promise<void> {
      const { revision } = await preparation()
      await call(ADMINISTRATOR, 'round', 'ready', { roundId, revision, sendId: newId() })
    },

    /** What an inspector takes along is what the villages promised, and what their facts rest on; answers how much of each. */
    async inspectorsAreTold(): Promise<{ promises: number; evidence: number }> {
      const { stops } = await call(CHECKS_FACTS, 'round', 'today', { roundId })
      const told = { promises: 0, evidence: 0 }
      for (const { village, items, facts } of stops) {
        for (const { id, promise } of items.filter(({ paper }) => paper === 'demonstration')) {
          const { baseline, target, unit } = promise ?? { baseline: '', target: '', unit: '' }
          const is = JSON.stringify({ baseline, target, unit })
          holds(is === JSON.stringify(promiseOf(id)), `the promise of ${id} is told as ${is}`)
          if (promise) told.promises++
        }
        const inFile = file.villages.find(({ id }) => id === village.id)!
        for (const { id, evidence } of facts) {
          holds(evidence === evidenceOf(id, inFile).evidence, `${village.id} ${id} is said to rest on ${evidence}`)
          told.evidence++
        }
      }
      return told
    },
  }

  function preparation(): Promise<Preparation> {
    return call(ADMINISTRATOR, 'round', 'preparation', { roundId })
  }

  /** As the page does: uploaded, looked at, and written as it was seen. */
  async function imports(openid: string, table: Table): Promise<Imported> {
    const sendId = newId()
    const uploaded = await cloud
      .sdk(openid)
      .uploadFile({ cloudPath: `imports/${sendId}.xlsx`, fileContent: Buffer.from(workbooks[table.kind]) })
    const send = { table, fileId: uploaded.fileID, sendId }
    const seen = await call(openid, 'programme', 'importTable', { ...send, hash: null })
    holds(seen.faults.length === 0, `${table.kind}: ${JSON.stringify(seen.faults)}`)
    const written = await call(openid, 'programme', 'importTable', { ...send, hash: seen.hash })
    holds(written.written, `${table.kind} was not written`)
    return written
  }

  async function refusedTo(openid: string, action: string, payload: unknown, code = 'ownEntry'): Promise<void> {
    const answer = (await cloud.call('programme', { action, payload }, openid)) as { error?: { code: string } }
    holds(answer.error?.code === code, `${action} by who handed it in: ${JSON.stringify(answer)}`)
  }
}

function promiseOf(id: string): GoalPromise {
  const { baseline, target, unit } = promised({ id })
  return { baseline, target, unit }
}

export type TheCity = ReturnType<typeof theCity>
