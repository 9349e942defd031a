type Operation = {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses?: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
  [key: string]: unknown
}
export type PublishedInterface = {
  info: { title: string; description?: string }
  paths?: Record<string, Record<string, Operation>>
}

/** The published interface as one page to read: plain HTML, no script, so the content policy stays as strict as elsewhere. */
export function interfacePage(published: PublishedInterface): string {
  const operations = Object.entries(published.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '')
  const sections = [...byTag].map(
    ([tag, some]) => `<section><h2 id="${text(tag)}">${text(tag)}</h2>${some.map(entry).join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(published.info.title)}: interface</title>
<style>${style}</style></head><body><main><h1>${text(published.info.title)}: interface</h1>
<p>${text(published.info.description ?? '')} <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
<nav>${[...byTag.keys()].map((tag) => `<a href="#${text(tag)}">${text(tag)}</a>`).join(' ')}</nav>
${sections.join('\n')}</main></body></html>`
}

function entry({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  return `<article><h3><code>${method} ${text(path)}</code></h3><p>${text(operation.summary ?? '')}</p>
${query.length > 0 ? `<p>Query: ${query.map((each) => `<code>${text(each.name)}</code>`).join(' ')}</p>` : ''}
${body?.properties ? `<p>Body: ${fieldsOf(body)}</p>` : ''}</article>`
}

function fieldsOf(schema: Schema): string {
  return Object.keys(schema.properties ?? {})
    .map((name) => `<code>${text(name)}${schema.required?.includes(name) ? '' : '?'}</code>`)
    .join(' ')
}

const text = (raw: string): string => raw.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style = `body{font:15px/1.6 system-ui,sans-serif;margin:0;background:#f6f4f1;color:#23201c}
main{max-width:52rem;margin:auto;padding:2rem 1rem}article{background:#fffefe;border:1px solid #e5e3e0;border-radius:8px;padding:.6rem 1rem;margin:.5rem 0}
h3{margin:0;font-size:14px}p{margin:.2rem 0}code{font:13px ui-monospace,monospace}a{color:#005e65}
@media (prefers-color-scheme:dark){body{background:#12110f;color:#edebe7}article{background:#1a1816;border-color:#2c2a27}a{color:#77ced6}}`
