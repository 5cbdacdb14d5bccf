/**
 * What the sample's villages promised beside their goals' titles, which the round file does not hold. Figures that a title
 * names stand here as it names them, where a village began is invented; a goal whose title says it all has no line.
 */
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { own } from '../../src/domain/own'
import type { Goal } from '../../src/domain/round-file'

export type Promised = NonNullable<RoundDoc['promises']>[number]

/** By goal: from where, to where, in what. */
const promises: Readonly<Record<string, readonly [baseline: string, target: string, unit: string]>> = {
  'V01-G1': ['800', '3000', '人次'],
  'V01-G2': ['屋面漏雨，常年关门', '修好，每周开放 6 天', ''],
  'V01-G3': ['0.4', '1.5', '公里'],
  'V02-G1': ['3', '12', '个村民小组'],
  'V02-G2': ['水系断头，荷塘淤塞', '水系连通，恢复 2 处荷塘', ''],
  'V02-G3': ['临时请人打扫', '8 人常年管护', ''],
  'V03-G2': ['4 家民宿，就业 30 人', '10 家民宿，就业 80 人', ''],
  'V03-G3': ['12', '30', '万元'],
  'V04-G2': ['7', '20', '件'],
  'V04-G3': ['只有 3 个村民小组', '覆盖全村', ''],
  'V05-G1': ['18', '50', '万元'],
  'V05-G2': ['3.5', '10', '小时'],
  'V05-G3': ['22', '60', '人'],
  'V06-G1': ['0', '3', '个'],
  'V06-G2': ['有事才议，议完不公开', '每月议一次，结果上墙', ''],
  'V06-G3': ['评过 2 个村民小组', '全村家家参评', ''],
  'V07-G1': ['场地刚平整', '一期投用', ''],
  'V07-G3': ['道路、管网各做各的', '一张图规划到位', ''],
  'V08-G1': ['0.8', '3', '公里'],
  'V08-G2': ['160', '500', '亩'],
  'V08-G3': ['4', '12', '人'],
}

/** Empty words for a goal that is not of the sample, or says nothing but its title. */
export function promised({ id: goalId }: Pick<Goal, 'id'>): Promised {
  const [baseline, target, unit] = own(promises, goalId) ?? ['', '', '']
  return { goalId, baseline, target, unit }
}
