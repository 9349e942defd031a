import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { lineAt } from './line-at.ts'

/**
 * Half of our readers read from right to left: styles say start and end, never left and right.
 * Where a side of the screen itself is meant, the line or the one above says `physical: why` in a comment.
 */
export function checkLogicalCss(source: string) {
  const sheets = globSync('**/*.css', { cwd: source })
  const pages = globSync('**/*.tsx', { cwd: source }).filter((name) => !name.endsWith('.test.tsx'))
  const read = (name: string) => readFileSync(join(source, name), 'utf8')
  return [
    ...sheets.flatMap((name) => tell(name, read(name), sidesInCss(read(name)))),
    ...pages.flatMap((name) => tell(name, read(name), sidesInPage(name, read(name)))),
  ]
}

type Side = { line: number; what: string }

const excuse = /(\/\*|\/\/)\s*physical:\s*[^\s*]/

function tell(name: string, text: string, sides: readonly Side[]) {
  const lines = text.split('\n')
  return sides
    .filter(({ line }) => !excuse.test(lines[line - 1] ?? '') && !excuse.test(lines[line - 2] ?? ''))
    .map(({ line, what }) => `${name}:${line} ${what}: use its logical form (start, end, inline), or say physical: why`)
}

const sidedProperty =
  /(?<![\w-])((?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:/g
const sidedValue = /(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/g

export function sidesInCss(text: string): Side[] {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return [...bare.matchAll(sidedProperty), ...bare.matchAll(sidedValue)]
    .map((match) => ({ line: lineAt(bare, match.index), what: match[1] ?? match[0] }))
    .toSorted((one, other) => one.line - other.line)
}

const sidedKey =
  /^((scroll)?(margin|padding)(Left|Right)|(margin|padding|border)-(left|right)|border(Left|Right)\w*|border(Top|Bottom)(Left|Right)Radius|left|right)$/
/** Keys that everybody uses for other things too: a side only inside a style. */
const sidedInStyleOnly = new Set(['left', 'right'])
const styleAttributes = new Set(['style', 'styles', 'vars', 'sx'])
/** Short names of sides, as component kits have them. */
const sidedAttributes = new Set(['ml', 'mr', 'pl', 'pr', 'left', 'right'])
const sidedWhenValued = new Set(['ta', 'textAlign', 'float', 'clear'])

export function sidesInPage(name: string, text: string): Side[] {
  const sides: Side[] = []
  const add = (start: number, what: string) => sides.push({ line: lineAt(text, start), what })
  let styles = 0
  new Visitor({
    JSXAttribute: (node) => {
      const attribute = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (styleAttributes.has(attribute)) styles++
      if (sidedAttributes.has(attribute)) add(node.start, attribute)
      if (sidedWhenValued.has(attribute) && isSide(node.value)) add(node.start, attribute)
    },
    'JSXAttribute:exit': (node) => {
      if (node.name.type === 'JSXIdentifier' && styleAttributes.has(node.name.name)) styles--
    },
    Property: (node) => {
      const key = keyOf(node.key)
      if (sidedKey.test(key) && (styles > 0 || !sidedInStyleOnly.has(key))) add(node.start, key)
      if (sidedWhenValued.has(key) && isSide(node.value)) add(node.start, key)
    },
  }).visit(parseSync(name, text).program)
  return sides
}

function keyOf(key: { type: string; name?: unknown; value?: unknown }) {
  return String(key.type === 'Identifier' ? key.name : (key.value ?? ''))
}

function isSide(value: { type: string; value?: unknown } | null) {
  return value?.type === 'Literal' && (value.value === 'left' || value.value === 'right')
}
