import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card } from '../../components/card'
import { OptionKeys } from '../../components/option-keys'
import { StateChip } from '../../components/state-chip'
import { TextButton } from '../../components/text-button'
import type { Goal } from '../../contract/programme'
import { Returning } from '../returning'
import { goalStates, wayOf } from './goal-words'
import type { Deciding } from './use-goals'

/** One goal: what it promises, how it stands, and what this reader may do with it. */
export function GoalCard({ goal, roundId, deciding }: { goal: Goal; roundId: string; deciding: Deciding }) {
  const { words, ...look } = goalStates[goal.state]
  const isReturning = deciding.returning?.goalId === goal.id
  const isOpen = deciding.open.includes(goal)
  const way = wayOf(goal)
  return (
    <View className="mt-4">
      <Card padded>
        <View className="apart">
          <Text className="strong grow">{goal.title}</Text>
          <StateChip {...look}>{words}</StateChip>
        </View>
        {way && <View>{way}</View>}
        <View className="small quiet">{saidBy(goal)}</View>
        {goal.state === 'returned' && <View className="alarm mt-1">{`退回理由：${goal.reason}`}</View>}
        {goal.state === 'declared' && !goal.mayDecide && (
          <View className="small quiet">
            {goal.isMine ? '您报的，要由别人批准，自己不能批。' : '等管理员或评委批准。'}
          </View>
        )}
        {isOpen && (
          <View className="mt-3">
            <View className="strong mb-2">难度系数</View>
            <OptionKeys
              question={`${goal.title}，难度系数`}
              options={difficulties(goal).map((one) => ({
                key: String(one),
                label: one.toFixed(1 + Number(isFine(one))),
              }))}
              chosen={keyOf(deciding.difficultyOf(goal))}
              onChoose={(key) => deciding.choose(goal.id, Number(key))}
            />
          </View>
        )}
        <View className="line office-keys">
          {goal.mayEdit && (
            <TextButton
              label={`改“${goal.title}”`}
              onPress={() => go('office/goals/form/index', { round: roundId, village: goal.villageId, goal: goal.id })}
            >
              {goal.state === 'returned' ? '改好再报' : '改或删掉'}
            </TextButton>
          )}
          {goal.mayDecide && goal.state !== 'returned' && !isReturning && (
            <TextButton
              label={`退回“${goal.title}”`}
              onPress={() => deciding.setReturning({ goalId: goal.id, reason: '' })}
            >
              退回
            </TextButton>
          )}
        </View>
      </Card>
      {isReturning && (
        <Returning
          reason={deciding.returning!.reason}
          placeholder="如：目标值没有写清是哪一年的"
          onReason={(reason) => deciding.setReturning({ goalId: goal.id, reason })}
          onLeave={() => deciding.setReturning(null)}
        />
      )}
    </View>
  )
}

/** The three that are usual, and the one the file proposed. */
function difficulties({ difficulty }: Goal): number[] {
  return [...new Set([0.8, 0.9, 1, ...(difficulty === null ? [] : [difficulty])])].sort((a, b) => a - b)
}

function isFine(difficulty: number): boolean {
  return Math.round(difficulty * 10) !== difficulty * 10
}

function keyOf(difficulty: number | null): string | null {
  return difficulty === null ? null : String(difficulty)
}

function saidBy({ declaredBy, decidedBy, state, difficulty }: Goal): string {
  const decided = decidedBy && state !== 'declared' && `${decidedBy}${state === 'approved' ? '批准' : '退回'}`
  const weight = state === 'approved' && difficulty !== null && `难度系数 ${difficulty}`
  return [`${declaredBy}申报`, decided, weight].filter(Boolean).join('，')
}
