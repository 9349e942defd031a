import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { textsIn } from './testing/faults.ts'
import { catalogsByLanguage } from './words.ts'

/** Texts that are found by the name of a mail, an interaction or a permission. */
const saidByName = ['account', 'interactions', 'permissions']

/** Read off the catalogs of all languages at once, in users/erase/erased-text.ts. */
const readAsProperty = ['glossary:erased']

const source = fileURLToPath(new URL('../', import.meta.url))
const code = globSync('**/*.{ts,tsx}', { cwd: source })
  .filter((file) => !/^words[\\/](?:en|ar)[\\/]|\.test\.tsx?$/u.test(file))
  .map((file) => readFileSync(`${source}${file}`, 'utf8'))
  .join('\n')

test('every word is said somewhere in the product', () => {
  const said = saidIn(code)
  const keys = new Set([...textsIn(catalogsByLanguage.en).keys()].map(keyOf))
  expect(keys.size).toBeGreaterThan(400)
  const unsaid = [...keys].filter((key) => !saidByName.includes(key.split(':')[0]!) && !said(key))
  expect(unsaid).toEqual(readAsProperty)
})

test('a word that nothing says is found', () => {
  const said = saidIn("t('a:b.c'); t(`a:step.${step}`); t.maybe('a', code); t.maybe('a', `field.${code}`)")
  const known = ['a:b.c', 'a:step.one', 'a:failed', 'a:field.wrong', 'a:b.c_edited']
  expect(known.filter((key) => !said(key))).toEqual([])
  expect(['a:b.d', 'a:steps.one', 'b:failed'].filter(said)).toEqual([])
})

/** Asked for whole, with a piece that varies, or by a code that came over the wire. A variant is said with its stem. */
function saidIn(text: string): (key: string) => boolean {
  const whole = new Set([...text.matchAll(/'(\w+:[\w.-]+)'/gu)].map((match) => match[1]!))
  const varying = [...text.matchAll(/`(\w+:[^`\s]*)/gu)].map((match) => pattern(match[1]!))
  const coded = [...text.matchAll(/maybe\(\s*'(\w+)',\s*(`[^`]*`|[^,)]+)/gu)].map(([, namespace, path]) =>
    /^['`]/u.test(path!) ? pattern(`${namespace}:${path!.slice(1, -1)}`) : new RegExp(`^${namespace}:[\\w-]+$`, 'u'),
  )
  return (key) =>
    [key, key.replace(/_\w+$/u, '')].some(
      (each) => whole.has(each) || [...varying, ...coded].some((one) => one.test(each)),
    )
}

function pattern(template: string): RegExp {
  const pieces = template
    .split(/\$\{[^}]*\}?/u)
    .map((piece) => piece.replaceAll('.', String.raw`\.`).replaceAll(/[()[\]?*+]/gu, '.'))
  return new RegExp(`^${pieces.join(String.raw`[\w.-]+`)}$`, 'u')
}

/** `a.b.c_one` as it is asked for: `a:b.c`. */
function keyOf(path: string): string {
  return path.replace('.', ':').replace(/_(?:zero|one|two|few|many|other)$/u, '')
}
