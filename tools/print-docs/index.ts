/** `npm run print-docs`: writes what the handbook prints from code. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { REFERENCE, reference } from './reference'

reference().then((text) => {
  writeFileSync(resolve(__dirname, '../..', REFERENCE), text)
  console.log(REFERENCE)
})
