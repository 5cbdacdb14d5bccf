import { promiseWords } from '../../src/components/promise-words'

describe('a goal’s promise in one line: from where, to where', () => {
  test.each([
    {
      said: ['800', '3000', '万元'],
      from: '原来 800 万元',
      to: '→ 承诺 3000 万元',
      why: 'figures stand apart from words',
    },
    {
      said: ['屋面漏雨', '修好，每周开放 6 天', ''],
      from: '原来屋面漏雨',
      to: '→ 承诺修好，每周开放 6 天',
      why: 'words stand together',
    },
    {
      said: ['800 万元', '3000万元', '万元'],
      from: '原来 800 万元',
      to: '→ 承诺 3000万元',
      why: 'a unit said once is enough',
    },
    { said: ['', '3', '个'], from: '', to: '承诺 3 个', why: 'no baseline: nothing to come from' },
    { said: ['0.4', '', '公里'], from: '原来 0.4 公里', to: '', why: 'no target' },
    { said: ['12', '30', '%'], from: '原来 12%', to: '→ 承诺 30%', why: 'no space before %' },
    { said: ['“五共”', '全村', ''], from: '原来“五共”', to: '→ 承诺全村', why: 'quotation marks are Chinese' },
  ])('$said: $why', ({ said, from, to }) => {
    const [baseline, target, unit] = said as [string, string, string]
    expect(promiseWords({ baseline, target, unit })).toEqual({ from, to })
  })
})
