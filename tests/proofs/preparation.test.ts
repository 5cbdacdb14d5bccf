/** `prove preparation` can fail: what is not the sample's in a workbook is named. */
import { readBack } from '../../tools/prove/preparation/read-back'
import { sampleCells } from '../../tools/prove/preparation/sample-cells'
import { kinds, sampleWorkbooks, type Workbooks } from '../../tools/prove/preparation/workbooks'
import { type Edit, edited } from '../vocabulary/excel'

let workbooks: Workbooks
beforeAll(async () => {
  workbooks = await sampleWorkbooks()
})

test.each(kinds)('%s: every cell is read back', async (kind) => {
  const filled = Object.values(sampleCells()[kind])
    .flat(2)
    .filter((cell) => cell !== null).length
  expect(await readBack(workbooks[kind], sampleCells()[kind])).toBe(filled)
  expect(filled).toBeGreaterThan(60)
})

const edits: [(typeof kinds)[number], Edit, RegExp][] = [
  ['villages', { sheet: '村', cells: { F3: 539 } }, /^村, row 3: .*539/],
  ['villages', { sheet: '包联责任', cells: { F26: null } }, /^包联责任, row 26: .*null\], not .*"I05"/],
  ['members', { sheet: '人员', cells: { C2: '西岭区' } }, /^人员, row 2/],
  ['scheme', { sheet: '分档', cells: { B3: '40' } }, /^分档, row 3: .*"40"/],
  ['scheme', { sheet: '方案与权重', cells: { B6: 21 } }, /^方案与权重, row 6: \[21\], not \[20\]/],
  ['goals', { sheet: '示范目标', cells: { A26: 'V09-G1' } }, /^示范目标 has 25 rows, not 23/],
  ['measurements', { sheet: '数值', cells: { C2: 40.71 } }, /^数值, row 2: .*40\.71/],
]
test.each(edits)('%s: a cell that is another is named, %j', async (kind, edit, named) => {
  await expect(readBack(edited(workbooks[kind], edit), sampleCells()[kind])).rejects.toThrow(named)
})
