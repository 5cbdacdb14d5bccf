/** The histories of `prove isolation` can fail: clients that leave their transactions are found out. */
import { findingsIn } from '../../tools/prove/isolation/anomalies'
import { collection, type Forgets, protocolClient, sdkClient } from '../../tools/prove/isolation/clients'
import { recordedHistory, type Way } from '../../tools/prove/isolation/recorded'
import { Weather } from '../../tools/prove/isolation/weather'
import { withLocalCloud } from '../vocabulary/local-cloud'

const database = { [collection]: { rule: 'ADMINONLY', indexes: [] } } as const

function recorded(client: Way['client'], seed: number, order: Way['order'] = 'by turns') {
  const faults = new Weather()
  return withLocalCloud((cloud) => recordedHistory(cloud, faults, { client, order }, { seed, transactions: 150 }), {
    database,
    faults,
  })
}

/** A slow machine that does other things beside may take its time. */

beforeAll(() => {
  console.warn = () => {}
})

test.each([['through the SDK', sdkClient], ['at the protocol', protocolClient] as [string, Way['client']]])(
  '%s: a seed is the same history again',
  async (_, client) => {
    const [once, again] = [await recorded((cloud) => client(cloud), 7), await recorded((cloud) => client(cloud), 7)]
    expect(again).toEqual(once)
    expect(findingsIn(once).anomalies).toEqual([])
  },
)

test.each<[string, Forgets[], string[]]>([
  ['reads outside it', ['reads'], ['G-single', 'not what it read or wrote itself']],
  ['writes outside it', ['writes'], ['aborted read (G1a)', 'lost append']],
  ['reads and writes outside it', ['reads', 'writes'], ['aborted read (G1a)', 'G0', 'lost append']],
])('a client that %s is found out', async (_, forgets, names) => {
  const history = await recorded((cloud) => protocolClient(cloud, forgets), 7)
  const found = new Set(findingsIn(history).anomalies.map(({ name }) => name as string))
  expect(names.filter((name) => !found.has(name))).toEqual([])
})
