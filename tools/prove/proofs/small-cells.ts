/**
 * No group of 1 to 4 people can be told from all that a role is shown, before and after announcing, put together in
 * whatever way. For groups by how responses came (counted or not, why not, by which channel): for every small one another
 * round is found in which that group is nobody or 5 at least, and every word that the role is shown is the same; the
 * functions themselves answer for both. For groups by what was answered: every spread of people over the answers that
 * fits a question's figures is searched for one that acquits.
 *
 * Taken as shown: progress, warnings, which restorings are refused, board, villages' pages, voices, the public page. Not:
 * digests; the village's mean over all valid responses with its interval and its score, which docs/round-file.md asks for
 * and which are of 5 at least (they enter the first search, word by word, but not the second); and the public edition.
 * Its form names received, excluded, invalid, valid, and on the overall item answered and satisfied as they are: what it
 * gives away by that is counted and said.
 */
import { surveyTallies } from '../../../src/domain/survey-tally'
import { givenAway, type ShownQuestion } from '../cells/answers'
import { type Cell, cells, isSmall, otherRounds } from '../cells/cells'
import { type Outputs, outputsOf, type Reader, readers } from '../cells/outputs'
import { randomOf } from '../cells/random'
import { randomRound, responsesOfVillage, type World } from '../cells/random-round'
import { type Form, holds, type Proof } from '../proof'

const rounds: Record<Form, number> = { short: 25, ci: 100, long: 1000 }

export const smallCells: Proof = {
  name: 'small-cells',
  claim: 'no group of 1 to 4 people follows from all that a role is shown of a round, before and after announcing',
  async run({ form, say }) {
    await holdsCanFail()
    const count = { groups: 0, questions: 0, inTheFile: 0 }
    for (let seed = 1; seed <= rounds[form]; seed++) {
      const world = randomRound(randomOf(seed))
      const outputs = await outputsOf(world)
      count.groups += await groupsHold(world, outputs, seed)
      count.questions += questionsHold(world, outputs, seed)
      count.inTheFile += smallInPublicFile(world)
    }
    say(`${count.groups} groups of 1 to 4 by how responses came: each has a twin for every role`)
    say(`${count.questions} questions’ figures: none tells of a group by what was answered`)
    say(`the public edition, by its form: ${count.inTheFile} counts of 1 to 4 in these rounds`)
    return `0 groups of 1 to 4 in ${rounds[form]} rounds follow from what a role is shown`
  },
}

async function groupsHold(world: World, outputs: Outputs, seed: number): Promise<number> {
  let found = 0
  for (const { id } of world.file.villages)
    for (const cell of cells) {
      if (!isSmall(sizeOf(world, id, cell))) continue
      found += 1
      const left = await withoutTwin(world, id, cell, outputs, seed)
      holds(left.length === 0, `round ${seed}, ${id}: ${cell.name} is told to ${left.join(', ')}`)
    }
  return found
}

/** Who is left that is shown something else of every other round in which the group is not small. */
async function withoutTwin(
  world: World,
  villageId: string,
  cell: Cell,
  outputs: Outputs,
  seed: number,
  show: (world: World) => Promise<Outputs> = outputsOf,
): Promise<Reader[]> {
  let left = [...readers]
  for (const other of otherRounds(world, villageId, cell, randomOf(seed + 1_000_000))) {
    if (isSmall(sizeOf(other, villageId, cell))) continue
    const shown = await show(other)
    left = left.filter((reader) => shown.all[reader] !== outputs.all[reader])
    if (left.length === 0) return []
  }
  return left
}

function sizeOf(world: World, villageId: string, cell: Cell): number {
  return responsesOfVillage(world, villageId).filter(cell.holds).length
}

function questionsHold({ file }: World, outputs: Outputs, seed: number): number {
  const { survey } = file.scheme
  const questions = outputs.villages.flatMap(({ villageId, result, page }) =>
    result.questions.map((question): ShownQuestion & { where: string } => {
      const { rate, rateBound } = result.shown
      const isOverall = question.id === survey.overallItem
      const onPage = page.survey?.items.find(({ id }) => id === question.id)
      const same = onPage?.mean === question.mean && onPage.unansweredOf100 === question.unansweredOf100
      holds(onPage === undefined || same, 'two pages show two figures of one question')
      return {
        where: `round ${seed}, ${villageId}, ${question.id}`,
        valid: result.survey.valid!,
        answered: question.answered,
        unansweredOf100: question.unansweredOf100,
        mean: question.mean,
        rate: isOverall && rate !== null ? { of100: Math.round(rate * 100), bound: rateBound } : null,
      }
    }),
  )
  for (const question of questions) {
    const away = givenAway(question, survey)
    holds(away.length === 0, `${question.where}: ${away.join(', ')} by ${JSON.stringify(question)}`)
  }
  return questions.length
}

function smallInPublicFile({ file }: World): number {
  return [...surveyTallies(file).values()]
    .flatMap(({ excluded, invalid, valid, overallAnswered, overallSatisfied }) => [
      excluded,
      invalid,
      valid,
      valid - overallAnswered,
      overallSatisfied,
      overallAnswered - overallSatisfied,
    ])
    .filter(isSmall).length
}

/** The searches find what is given away where it is: exact counts, exact means. */
async function holdsCanFail(): Promise<void> {
  const { world, villageId, cell } = someSmallGroup()
  const told = await withoutTwin(world, villageId, cell, await withExactCounts(world), 1, withExactCounts)
  holds(told.length === readers.length, 'the search does not see a group that is told by two exact counts')

  const levels = [100, 80, 60, 30, 0].map((points, n) => ({ value: 5 - n, label: '', points }))
  const survey = { levels, passMark: 60 }
  const shown = { valid: 30, answered: 27, unansweredOf100: null, mean: 99, rate: null }
  holds(givenAway(shown, survey).includes('left it out'), 'the search does not see that 3 of 30 left it out')
  const share = { valid: 30, answered: null, unansweredOf100: 10, mean: null, rate: null }
  holds(givenAway(share, survey).includes('left it out'), 'the search does not see that 10 in a hundred of 30 are 3')
  const nearlyAll = { valid: 30, answered: null, unansweredOf100: null, mean: 99, rate: null }
  holds(givenAway(nearlyAll, survey).length > 0, 'the search does not see that one of 30 was not quite content')
}

function someSmallGroup(): { world: World; villageId: string; cell: Cell } {
  const cell = cells.find(({ name }) => name === 'not counted')!
  for (let seed = 1; ; seed++) {
    const world = randomRound(randomOf(seed))
    const village = world.file.villages.find(({ id }) => isSmall(sizeOf(world, id, cell)))
    if (village) return { world, villageId: village.id, cell }
  }
}

/** As a page did that told how many came and how many of them are valid. */
async function withExactCounts(world: World): Promise<Outputs> {
  const outputs = await outputsOf(world)
  const counts = [...surveyTallies(world.file)].map(([id, { received, valid }]) => `${id} ${received} ${valid}`).join()
  const all = Object.fromEntries(readers.map((reader) => [reader, outputs.all[reader] + counts]))
  return { ...outputs, all: all as Outputs['all'] }
}
