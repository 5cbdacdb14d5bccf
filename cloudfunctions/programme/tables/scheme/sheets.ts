/** The scheme's nine sheets: lists with a row each, single values with a row each. */
import { REVITALISATIONS, revitalisationInWords } from '../../../../src/domain/revitalisations'
import { kindInWords } from '../../../../src/domain/scheme-words'
import type { Column, TableSheet } from '../../../common/tables/table'
import { type Content, type Field, ruleFields, settingFields, VALUE } from './fields'

/** By the names of their tabs. 选项 alone is the engine's. */
export const SHEETS = {
  rules: '方案与权重',
  actions: '行动',
  indicators: '指标',
  rubric: '评分标准',
  bands: '分档',
  deductions: '扣分项',
  items: '测评题目',
  levels: '测评选项',
  settings: '设置',
} as const

export function schemeSheets(content: Content, filled: boolean): TableSheet[] {
  const { rules } = content
  const rows = <T>(list: readonly T[], row: (one: T) => TableSheet['rows'][number]) => (filled ? list.map(row) : [])
  return [
    single(SHEETS.rules, '整个方案的名称、权重和计分规则，一行一样。', ruleFields, content),
    {
      name: SHEETS.actions,
      explain: '十项行动，从上到下就是显示的顺序。',
      columns: [id('A01'), title('行动名称', '支部引领行动', 24)],
      rows: rows(rules.actions, ({ id, title }) => ({ id, title })),
    },
    {
      name: SHEETS.indicators,
      explain: '共性目标的指标。评判的标准写在「评分标准」表，实测的分档写在「分档」表。',
      columns: indicatorColumns(rules),
      rows: rows(rules.indicators, (one) => ({
        id: one.id,
        title: one.title,
        action: actionLabel(one.actionId, rules),
        revitalisation: revitalisationInWords(one.revitalisation),
        kind: kindInWords[one.kind],
        full: one.full,
        step: one.step,
        unit: one.kind === 'measured' ? one.unit : null,
      })),
    },
    {
      name: SHEETS.rubric,
      explain: '评判指标的评分标准：几分长什么样，一行一条。最好写 0 分、中间、满分三条。',
      columns: [
        whose(rules, 'judged'),
        points('mark', '分值', '这条标准是几分的，要是步长的整数倍。', '2.5'),
        text('text', '标准', '这个分长什么样，一句话。', '制度健全、按期开展', 50),
      ],
      rows: rows(
        rules.indicators.flatMap((one) => (one.kind === 'judged' ? one.rubric.map((line) => ({ ...line, one })) : [])),
        ({ one, mark, text }) => ({ id: one.id, mark, text }),
      ),
    },
    {
      name: SHEETS.bands,
      explain: '实测指标的分档，从小到大一行一档。每项指标的第一档起点空着，表示低于第二档的都算第一档。',
      columns: [
        whose(rules, 'measured'),
        { ...points('from', '起点', '从多少起算这一档。第一档空着。', '40'), required: false },
        points('mark', '得分', '落在这一档得几分。', '1'),
      ],
      rows: rows(
        rules.indicators.flatMap((one) => (one.kind === 'measured' ? one.bands.map((band) => ({ ...band, one })) : [])),
        ({ one, from, mark }) => ({ id: one.id, from, mark }),
      ),
    },
    {
      name: SHEETS.deductions,
      explain: '扣分项目录。',
      columns: [
        id('K01'),
        title('扣分项', '工作弄虚作假、数据造假', 40),
        points('marks', '每次扣', '查实一次扣几分。', '5'),
        points('cap', '封顶', '这一条最多扣几分。', '10'),
      ],
      rows: rows(rules.deductionItems, ({ id, title, marks, cap }) => ({ id, title, marks, cap })),
    },
    {
      name: SHEETS.items,
      explain: '村民测评的题目，从上到下就是出题的顺序。',
      columns: [
        id('Q01'),
        title('题目', '您对村里的环境卫生满意吗？', 50),
        points('weight', '权重', '这道题在满意度里占几份。', '1'),
        {
          ...text('overall', '总体题', '总体满意度是哪一题，在那一行填“是”，只填一行。', '是', 10),
          choices: ['是'],
          required: false,
        },
      ],
      rows: rows(rules.survey.items, ({ id, title, weight }) => ({
        id,
        title,
        weight,
        overall: id === rules.survey.overallItem ? '是' : null,
      })),
    },
    {
      name: SHEETS.levels,
      explain: '每道题的选项，从上到下就是显示的顺序。',
      columns: [
        { ...points('value', '编号', '整数，不能重复。', '5'), width: 8 },
        text('label', '选项', '最多 12 个字。', '非常满意', 16),
        {
          ...points('points', '分值', '选它得几分，0 到 100。空着：不计分（如不了解）。', '100'),
          required: false,
        },
      ],
      rows: rows(rules.survey.levels, ({ value, label, points }) => ({ value, label, points })),
    },
    single(SHEETS.settings, '测评怎么算、公布给谁等设置，一行一样。', settingFields, content),
  ]
}

/** As people pick it: `A01 支部引领行动`. */
export function actionLabel(actionId: string, { actions }: Content['rules']): string {
  const action = actions.find(({ id }) => id === actionId)
  return `${actionId} ${action?.title ?? ''}`.trim()
}

/** Single values stand in a template too: their rows say what there is to fill in. */
function single(name: string, explain: string, fields: readonly Field[], content: Content): TableSheet {
  return {
    name,
    explain,
    columns: [
      text('label', '项目', '不要改这一列。', '方案名称', 26),
      text(VALUE, '填写', '按右边的说明填。', '', 44),
      { ...text('explain', '说明', '怎么填，只看不导入。', '', 60), required: false },
    ],
    rows: fields.map((field) => ({ label: field.label, [VALUE]: field.written(content), explain: field.explain })),
  }
}

function indicatorColumns(rules: Content['rules']): Column[] {
  return [
    id('C01'),
    title('指标', '党支部战斗堡垒作用', 36),
    {
      ...text('action', '行动', '属于哪项行动，填「行动」表里的编号或名称。', 'A01', 26),
      choices: rules.actions.map((one) => actionLabel(one.id, rules)),
    },
    {
      ...text('revitalisation', '五大振兴', '属于五大振兴的哪一个。', '组织振兴', 12),
      choices: REVITALISATIONS.map((one) => one.title),
    },
    {
      ...text('kind', '方式', '评判：评委打分。实测：录入数据、查表得分。', '评判', 8),
      choices: Object.values(kindInWords),
    },
    points('full', '满分', '这项指标几分。', '5'),
    points('step', '步长', '打分一步多少分，满分要是它的整数倍。', '0.5'),
    { ...text('unit', '单位', '实测的填量什么、用什么单位，评判的空着。', '联户覆盖率 %', 26), required: false },
  ]
}

function whose(rules: Content['rules'], kind: keyof typeof kindInWords): Column {
  const list = rules.indicators.filter((one) => one.kind === kind)
  const word = kindInWords[kind]
  return {
    ...text('id', '指标编号', `「指标」表里${word}指标的编号，每一行都要写。`, kind === 'judged' ? 'C01' : 'C03', 12),
    choices: list.map(({ id }) => id),
  }
}

function id(example: string): Column {
  return {
    key: 'id',
    title: '编号',
    explain: '字母和数字，不能重复。改了编号就是另一条。',
    width: 10,
    example,
    required: true,
  }
}

function title(header: string, example: string, width: number): Column {
  return text('title', header, '名称，不能空。', example, width)
}

function text(key: string, header: string, explain: string, example: string, width: number): Column {
  return { key, title: header, explain, width, example, required: true }
}

function points(key: string, header: string, explain: string, example: string): Column {
  return { key, title: header, explain, width: 10, example, type: 'number', required: true }
}
