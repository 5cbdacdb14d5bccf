import { proofs } from '../../tools/prove/proofs'

/** Short form; a slow machine that does other things beside may take its time. */

test.each(proofs.map((proof) => [proof.name, proof] as const))('prove %s', async (_, proof) => {
  expect(await proof.run({ form: 'short', say: () => {} })).toMatch(/\d/)
})
