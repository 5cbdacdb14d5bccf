import type { FindingCategory } from '../contract/scoring'

/** In the order of the form. */
export const CATEGORIES: { key: FindingCategory; label: string }[] = [
  { key: 'detail', label: '细节' },
  { key: 'environment', label: '环境' },
  { key: 'facility', label: '设施' },
  { key: 'service', label: '服务' },
  { key: 'record', label: '资料' },
  { key: 'other', label: '其他' },
]

export function categoryInWords(category: FindingCategory): string {
  return CATEGORIES.find(({ key }) => key === category)!.label
}
