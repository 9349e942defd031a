// What a catalog may say and how it is asked: the English catalogs give every key and every variable its type, so that a
// wrong key, a missing variable, a forgotten count or a translated text with a stray key does not compile.
import type { en } from './en/index.ts'

export type English = typeof en
export type Namespace = keyof English & string

/** The plural forms of `Intl.PluralRules`, as endings of keys: `tickets_one`, `tickets_other`. */
type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Stem<K extends string> = K extends `${infer S}_${Form}` ? S : K
type Plural<K> = K extends `${infer S}_${Form}` ? S : never

/** A catalog in another language: the same keys, but each plural stem in the forms that language has. */
export type Translated<T> = T extends string
  ? string
  : T extends readonly unknown[]
    ? readonly string[]
    : { readonly [K in keyof T as K extends `${string}_${Form}` ? never : K]: Translated<T[K]> } & {
        readonly [K in Plural<keyof T> as `${K}_other`]: string
      } & { readonly [K in Plural<keyof T> as `${K}_${Exclude<Form, 'other'>}`]?: string }

type KeysIn<T> = {
  [K in keyof T & string]: T[K] extends string
    ? Stem<K>
    : T[K] extends readonly unknown[]
      ? never
      : `${K}.${KeysIn<T[K]>}`
}[keyof T & string]

export type KeyOf<N extends Namespace> = KeysIn<English[N]>

/** `'glossary:status.open'`: a namespace, a colon, the path to a text. */
export type Key = { [N in Namespace]: `${N}:${KeyOf<N>}` }[Namespace]

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : T[keyof T & `${Path}_${Form}`]

type IsPlural<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? IsPlural<T[Head], Rest>
    : never
  : Path extends keyof T
    ? never
    : 'count'

type TextOf<K extends Key> = K extends `${infer N extends Namespace}:${infer Path}` ? At<English[N], Path> : never
type CountOf<K extends Key> = K extends `${infer N extends Namespace}:${infer Path}`
  ? IsPlural<English[N], Path>
  : never

/** What stands between the braces: `count, number` or `title`. */
type Inside<T> = T extends `${string}{{${infer V}}}${infer Rest}` ? V | Inside<Rest> : never
type NumberIn<V> = V extends `${infer Name}, number` ? Name : never
type StringIn<V> = V extends `${string}, number` ? never : V & string

export type VariablesOf<K extends Key> = { [V in StringIn<Inside<TextOf<K>>>]: string } & {
  [V in NumberIn<Inside<TextOf<K>>> | CountOf<K>]: number
}

type Arguments<K extends Key> = keyof VariablesOf<K> extends never ? [] : [variables: VariablesOf<K>]

/**
 * The words of one reader. Variables are isolated (see direction.ts); `plain` leaves them bare, for places that are not
 * shown as running text. `maybe` takes a code that came over the wire: `t.maybe('refusals', code)`.
 */
export type Translate = {
  <K extends Key>(key: K, ...variables: Arguments<K>): string
  readonly plain: <K extends Key>(key: K, ...variables: Arguments<K>) => string
  readonly maybe: (
    namespace: Namespace,
    path: string,
    variables?: Readonly<Record<string, string | number>>,
  ) => string | undefined
  readonly language: string
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
}
