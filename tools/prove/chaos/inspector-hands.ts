/** What an inspector's hands do on the phone of this day: those of the schedules, and what else the person looks at. */
export { keptMark } from '../../../src/client/kept-card'
export { confirmationsThatWait, confirmDeduction, recordsOf } from '../../../src/client/records'
export { arrivalsOf, dayState, downloadDay, keptToday } from '../../../src/client/today'
export {
  arrive,
  cardOf,
  chooseWhereAsked,
  deduct,
  isSubmitted,
  look,
  mark,
  note,
  phoneHealth,
  photographMark,
  recordFinding,
  recordHighlight,
  rewordFinding,
  sendNow,
  submit,
  waitingItems,
} from '../phone/hands'
