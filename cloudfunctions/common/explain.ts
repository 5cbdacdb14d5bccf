/** Turns a schema's first complaint into a path and a Chinese sentence; the input itself is never repeated. */
interface Issue {
  code: string
  path: PropertyKey[]
  keys?: string[]
  minimum?: number | bigint
  maximum?: number | bigint
  expected?: string
}

export function explain(error: { issues: readonly unknown[] }): { path: string; problem: string } {
  const issue = error.issues[0] as Issue
  return { path: placeOf(issue).map(String).join('.').slice(0, 100), problem: problem(issue) }
}

/** A key that is no key is what somebody sent: told is where it stands. */
function placeOf({ code, path }: Issue): PropertyKey[] {
  return code === 'invalid_key' ? path.slice(0, -1) : path
}

function problem(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
    case 'invalid_key':
      return '有不认识的内容，请更新小程序后再试'
    case 'invalid_type':
      return `类型不对，应为${typeNames[issue.expected ?? ''] ?? '约定的格式'}`
    case 'too_small':
      return `太少或太小，至少 ${issue.minimum}`
    case 'too_big':
      return `太多或太大，至多 ${issue.maximum}`
    case 'invalid_value':
    case 'invalid_union':
      return '不在可选的范围内'
    default:
      return '格式不对'
  }
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
}
