/** 一村一码: one code on the notice board, and one call that says where its reader goes, with the first screen's needs. */
import type { In } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { Destination, member } from '../../src/contract/member'
import { currentStop } from '../../src/domain/current-stop'
import { isOfficerOf } from '../../src/domain/officer'
import { isRecused } from '../../src/domain/recusal'
import { surveyChannel } from '../../src/domain/survey-channel'
import { villageOfCode } from '../../src/domain/village-code'
import type { MemberDoc, RoundDoc, VillageDoc } from '../common/documents'
import { ballotId } from '../common/envelopes'
import { roundHead, villageHead } from '../common/heads'
import { hasOnsiteToken } from '../common/onsite-token'
import { type LastPage, lastPage } from '../common/public-round'
import type { Repositories } from '../common/repositories'
import { type AnybodyContext, holds } from '../common/serve'
import { shanghaiMoment } from '../common/shanghai-time'
import { surveyForm } from '../common/survey-form'

export async function enter(send: In<typeof member.enter>, context: AnybodyContext): Promise<Destination> {
  const villageId = villageOfCode(send.code)
  if (villageId === null) throw failure('unknownCode')
  const { me } = context
  return me ? memberDestination(villageId, me, context) : villagerDestination(villageId, send, context)
}

/** The survey while it is open, then the village's public page: three requests, the caller's own included. */
async function villagerDestination(
  villageId: string,
  { scene, code }: In<typeof member.enter>,
  { openid, now, repos }: AnybodyContext,
): Promise<Destination> {
  const gate = await repos.secrets.gate()
  const village = gate?.villages.find(({ id }) => id === villageId)
  if (!gate || !village) return afterwards(villageId, repos)
  if (gate.closedAt !== null) return noSurvey('closed', village)
  if (now < gate.opensAt) return noSurvey('notOpen', village, gate.opensAt)
  return {
    go: 'survey',
    form: await surveyForm(gate, village),
    answered: await repos.ballots.isUsed(ballotId(gate.secret, openid)),
    counted: gate.survey.scoredChannels.includes(surveyChannel(scene, hasOnsiteToken(gate, villageId, code, now))),
  }
}

/** No survey asks this village now: its public page once its last round is announced. A village of no round costs one more. */
async function afterwards(villageId: string, repos: Repositories): Promise<Destination> {
  const last = await lastPage(villageId, repos)
  if (!last) return noSurvey('closed', await knownVillage(repos, villageId))
  return last.isPublic ? publicPage(last) : noSurvey('closed', last.village)
}

/** The inspector of a round at hand arrives, who leads looks at the village, its officer answers; four requests at most. */
async function memberDestination(
  villageId: string,
  me: MemberDoc,
  { now, repos }: AnybodyContext,
): Promise<Destination> {
  const [village, round] = await Promise.all([knownVillage(repos, villageId), repos.rounds.current()])
  if (round && isAtHand(round) && holds(me, 'inspector', round) && isOnRoute(round, villageId)) {
    return {
      go: 'arrival',
      round: roundHead(round),
      village: villageHead(village),
      recused: isRecused(round.panel.find(({ id }) => id === me.memberId)!, villageId),
      isCurrentStop: currentStop(round.stops, round.day, shanghaiMoment(now))?.villageId === villageId,
    }
  }
  if (holds(me, 'leader', null) || holds(me, 'administrator', null)) {
    const shown = round ?? (await lastRound(repos))
    return { go: 'village', round: shown && roundHead(shown), village: villageHead(village) }
  }
  if (round && mayBeHeard(round) && isOfficerOf(me.roles, village)) {
    return { go: 'tasks', round: roundHead(round), village: villageHead(village) }
  }
  // Between rounds there is nothing a role keeps them from.
  const last = round ? null : await lastPage(villageId, repos)
  return last?.isPublic ? publicPage(last) : { go: 'hasRole', village: nameOf(village) }
}

function publicPage({ round, village }: LastPage): Destination {
  return { go: 'public', round: roundHead(round), village: villageHead(village) }
}

function isAtHand({ state }: RoundDoc): boolean {
  return state === 'ready' || state === 'running'
}

/** While its people may be told of a deduction, and appeal. */
function mayBeHeard({ state }: RoundDoc): boolean {
  return state === 'running' || state === 'closed'
}

function isOnRoute({ stops }: RoundDoc, villageId: string): boolean {
  return stops.some((stop) => stop.villageId === villageId)
}

/** The newest real round whose result stands. */
async function lastRound(repos: Repositories) {
  const heads = await repos.rounds.heads()
  return heads.find(({ state, rehearsal }) => !rehearsal && state !== 'draft') ?? null
}

async function knownVillage(repos: Repositories, villageId: string): Promise<VillageDoc> {
  const village = await repos.villages.byId(villageId)
  if (!village) throw failure('unknownCode')
  return village
}

function nameOf({ id, name }: { id: string; name: string }) {
  return { id, name }
}

function noSurvey(
  reason: 'notOpen' | 'closed',
  village: { id: string; name: string },
  opensAt: number | null = null,
): Destination {
  return { go: 'surveyClosed', reason, village: nameOf(village), opensAt }
}
