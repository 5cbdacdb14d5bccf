import { round } from '../../src/contract/round'
import { serve } from '../common/serve'
import { acceptVillage, acceptVillageLine } from './accept-village'
import { admitLate, admitLateLine } from './admit-late'
import { agree } from './agree'
import { announce } from './announce'
import { archive } from './archive'
import { agreeLine, sealLine, withdrawLine } from './audit-lines'
import { backToDraft, backToDraftLine } from './back-to-draft'
import { cardPrints } from './card-prints'
import { changeDay, changeDayLine } from './change-day'
import { close } from './close'
import { correct, correctLine } from './correct'
import { create, createLine } from './create'
import { dayPlan } from './day-plan'
import { deleteRehearsal } from './delete-rehearsal'
import { evidencePhotos } from './evidence-photos'
import { facts } from './facts'
import { moveLine } from './move'
import { onsiteCode } from './onsite-code'
import { plan, planLine } from './plan'
import { preparation } from './preparation'
import { printCards, printCardsLine } from './print-cards'
import { ready } from './ready'
import { rehearse, rehearseLine } from './rehearse'
import { removeDraft, removeDraftLine } from './remove-draft'
import { reopen, reopenable, reopenLine } from './reopen'
import { restore, restoreLine } from './restore'
import { seal } from './seal'
import { start } from './start'
import { today } from './today'
import { withdraw } from './withdraw'

/** A state that an action leads to stands among its states: the same send again answers as the first time. */
export const main = serve(round, {
  create: { roles: ['administrator'], audit: createLine, run: create },
  preparation: { roles: ['administrator'], states: ['draft', 'ready'], run: preparation },
  plan: { roles: ['administrator'], states: ['draft'], audit: planLine, run: plan },
  ready: {
    roles: ['administrator'],
    states: ['draft', 'ready'],
    audit: moveLine('draft', 'ready'),
    run: ready,
  },
  backToDraft: { roles: ['administrator'], states: ['draft', 'ready'], audit: backToDraftLine, run: backToDraft },
  removeDraft: { roles: ['administrator'], audit: removeDraftLine, run: removeDraft },
  rehearse: { roles: ['administrator'], states: ['ready'], audit: rehearseLine, run: rehearse },
  // No line: nothing of a rehearsal stays, and its deletion is not the real round's business.
  deleteRehearsal: { roles: ['administrator'], run: deleteRehearsal },
  archive: {
    roles: ['administrator'],
    states: ['announced', 'archived'],
    audit: moveLine('announced', 'archived'),
    run: archive,
  },

  start: {
    roles: ['administrator'],
    states: ['ready', 'running'],
    audit: moveLine('ready', 'running'),
    run: start,
  },
  today: { roles: ['inspector'], states: ['ready', 'running'], run: today },
  // As long as a card can be looked at.
  evidencePhotos: {
    roles: ['inspector'],
    states: ['ready', 'running', 'closed', 'sealing', 'sealed', 'announced', 'archived'],
    run: evidencePhotos,
  },
  onsiteCode: { roles: ['inspector'], states: ['ready', 'running'], run: onsiteCode },
  dayPlan: { roles: ['administrator'], states: ['ready', 'running', 'closed'], run: dayPlan },
  changeDay: {
    roles: ['administrator'],
    states: ['running', 'closed'],
    audit: changeDayLine,
    run: changeDay,
  },
  close: {
    roles: ['administrator'],
    states: ['running', 'closed'],
    audit: moveLine('running', 'closed'),
    run: close,
  },
  cardPrints: { roles: ['administrator'], states: ['ready', 'running'], run: cardPrints },
  printCards: { roles: ['administrator'], states: ['ready', 'running'], audit: printCardsLine, run: printCards },
  restore: { roles: ['administrator'], states: ['closed'], audit: restoreLine, run: restore },
  admitLate: { roles: ['administrator'], states: ['closed'], audit: admitLateLine, run: admitLate },
  acceptVillage: { roles: ['administrator'], states: ['closed'], audit: acceptVillageLine, run: acceptVillage },
  facts: { roles: ['administrator'], states: ['closed'], run: facts },
  correct: { roles: ['administrator'], states: ['closed'], audit: correctLine, run: correct },
  reopen: { roles: ['administrator'], states: reopenable, audit: reopenLine, run: reopen },
  seal: {
    roles: ['administrator', 'inspector'],
    states: ['closed', 'sealing', 'sealed'],
    audit: sealLine,
    run: seal,
  },
  agree: {
    roles: ['administrator', 'inspector'],
    states: ['running', 'closed', 'sealing', 'sealed', 'announced', 'archived'],
    audit: agreeLine,
    run: agree,
  },
  withdraw: {
    roles: ['administrator'],
    states: ['running', 'closed', 'sealed', 'announced', 'archived'],
    audit: withdrawLine,
    run: withdraw,
  },
  announce: {
    roles: ['administrator'],
    states: ['sealed', 'announced'],
    audit: moveLine('sealed', 'announced'),
    run: announce,
  },
})
