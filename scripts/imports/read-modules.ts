import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { posix, resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { writesOf } from './writes.ts'

/** A module of `src/`, named by its path in there, and whom it names: modules, `npm:pg`, `node:fs`. */
export type Module = {
  name: string
  runtime: Set<string>
  typeOnly: Set<string>
  /** Lines that change rows, for the rule that a heading writes its own. */
  writes: { line: number; what: string }[]
  complaints: string[]
}

export type Modules = Map<string, Module>

export function readModules(source: string): Modules {
  const names = globSync('**/*.{ts,tsx}', { cwd: source })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.endsWith('.d.ts'))
    .toSorted()
  const known = new Set(names)
  return new Map(names.map((name) => [name, readModule(source, name, known)]))
}

function readModule(source: string, name: string, known: ReadonlySet<string>): Module {
  const text = readFileSync(resolve(source, name), 'utf8')
  const { program, errors } = parseSync(name, text)
  const module: Module = {
    name,
    runtime: new Set(),
    typeOnly: new Set(),
    writes: writesOf(program, text),
    complaints: [],
  }
  for (const error of errors) module.complaints.push(`cannot be read: ${error.message}`)

  const add = (edges: Set<string>, specifier: string) => {
    const target = resolveImport(source, name, specifier, known)
    if (target.found) edges.add(target.found)
    if (target.complaint) module.complaints.push(target.complaint)
  }
  new Visitor({
    ImportDeclaration: (node) => add(edgesOf(module, node.importKind), node.source.value),
    ExportAllDeclaration: (node) => add(edgesOf(module, node.exportKind), node.source.value),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(edgesOf(module, node.exportKind), node.source.value)
    },
    TSImportType: (node) => add(module.typeOnly, node.source.value),
    ImportExpression: (node) => {
      const wanted = node.source
      if (wanted.type === 'Literal' && typeof wanted.value === 'string') add(module.runtime, wanted.value)
      else module.complaints.push('imports a name it computes, which no rule can follow: write the names out')
    },
    MemberExpression: (node) => {
      // `import.meta.glob` would bring in modules behind the back of every rule.
      if (node.object.type === 'MetaProperty' && node.property.type === 'Identifier' && node.property.name === 'glob')
        module.complaints.push('imports by import.meta.glob, which no rule can follow: write the names out')
    },
  }).visit(program)
  return module
}

/** `import { type A }` stays a runtime import: with verbatimModuleSyntax the module is still loaded. */
function edgesOf(module: Module, kind: 'type' | 'value' | undefined) {
  return kind === 'type' ? module.typeOnly : module.runtime
}

type Resolved = { found?: string; complaint?: string }

function resolveImport(source: string, importer: string, specifier: string, known: ReadonlySet<string>): Resolved {
  if (!specifier.startsWith('.')) return { found: nameOfPackage(specifier) }
  const path = posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''))
  if (known.has(path)) return { found: path }
  if (!existsSync(resolve(source, path))) return { complaint: `imports ${specifier}, which is not there` }
  if (/\.[cm]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'))
    return { complaint: `imports ${specifier}, a module that no rule reads` }
  return {}
}

function nameOfPackage(specifier: string) {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`
  const parts = specifier.split('/')
  return `npm:${parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')}`
}
