/**
 * The local cloud answers as is documented: every row of docs/platform.md that it can be asked about, MongoDB's example of
 * every operator it allows, every limit; and refuses by name what is on no list. `npm run conformance` is the same suite,
 * which can also be asked of a real environment or a mongod (tools/conformance).
 */
import { askLocal } from '../../conformance/targets/local'
import { holds, type Proof } from '../proof'

export const conformance: Proof = {
  name: 'conformance',
  claim: 'the local cloud answers as the platform and MongoDB document, and refuses loudly what it does not know',
  async run({ say }) {
    const { asked, lines, differences, deviations } = await askLocal()
    for (const line of lines) say(line)
    for (const { what, why } of deviations) say(`documented deviation: ${what}: ${why}`)
    const named = differences
      .slice(0, 40)
      .map(({ what, expected, got }) => `${what}\n  expected ${expected}\n  got ${got}`)
    holds(differences.length === 0, `${differences.length} of ${asked} differ:\n${named.join('\n')}`)
    return `${asked} questions: 0 answered otherwise than documented`
  },
}
