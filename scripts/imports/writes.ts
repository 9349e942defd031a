import { type Program, Visitor } from 'oxc-parser'
import { lineAt } from '../line-at.ts'

const kyselyWrites = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto'])
const sqlWrites = /\b(insert\s+into|update\s+[\w."]+\s+(as\s+\w+\s+)?set|delete\s+from|merge\s+into|truncate)\b/i

/** Where a module changes rows, by the query builder or in its own SQL. */
export function writesOf(program: Program, text: string) {
  const writes: { line: number; what: string }[] = []
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const what = callee.property.name
      if (kyselyWrites.has(what)) writes.push({ line: lineAt(text, start), what })
    },
    TemplateLiteral: ({ quasis, start }) => {
      const what = sqlWrites.exec(quasis.map((part) => part.value.raw).join('_'))?.[0]
      if (what) writes.push({ line: lineAt(text, start), what })
    },
  }).visit(program)
  return writes
}
