/**
 * A meeting is over and everybody answers: fifty villagers a second for half a minute, inspectors marking among them, on the
 * local cloud in a process of its own. Whoever was told 已收到 is stored, once, as they sent it, and nobody is left without
 * an answer. And what the store has gathered in years costs a call nothing: every action of the contract sends the same
 * requests, which look at no more documents, with a hundred thousand of other rounds and villages beside as with a thousand;
 * what grows with the round itself grows by its formula (tools/prove/load/compared.ts). Answered after how long is said for
 * information: it is this machine's. `--point round.today` compares only calls in whose name that is.
 */
import { buildFunctions } from '../../build-functions'
import { equalRequests } from '../load/equal'
import { rush } from '../load/rush'
import { type Form, holds, type Proof } from '../proof'

const SECONDS: Record<Form, number> = { short: 3, ci: 30, long: 120 }
/** A read of the day, a write, one of the survey's two envelopes, and what looks a village up in every round. */
const FEW = ['round.today', 'scoring.saveMarks', 'survey.answer ', 'programme.removeVillage']

export const load: Proof = {
  name: 'load',
  claim:
    'fifty answers a second are stored to the last one, and no action asks more of a database that holds a hundred times as much',
  async run({ form, point, say }) {
    await buildFunctions()
    const asked = point === undefined ? (form === 'short' ? FEW : null) : [point]
    const stored = point === undefined ? await rush(SECONDS[form], say) : 0
    const same = await equalRequests({
      say,
      isEverybody: form === 'long' || point !== undefined,
      isCalled: ({ name }) => asked === null || asked.some((part) => `${name} `.includes(part)),
    })
    holds(same > 0, `no call is named ${point}: ACTION, as round.today`)
    const answers = stored > 0 ? `${stored} of ${stored} answers stored; ` : ''
    return `${answers}${same} actions ask the same of 1 000 and of 100 000 documents`
  },
}
