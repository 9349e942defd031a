const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`

/** A mail's own page with our policy as the first thing it reads: a sandbox alone would still fetch images from elsewhere. */
export const framed = (html: string, title = ''): string => {
  const opened = /<head[^>]*>/iu.exec(html)
  // whoever has it read aloud hears what it is; in which language a stranger wrote is not known
  if (!opened)
    return `<!doctype html><html lang="und"><head>${head}<title>${asText(title)}</title></head><body>${html}</body></html>`
  const at = opened.index + opened[0].length
  return html.slice(0, at) + head + html.slice(at)
}

const asText = (title: string): string => title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
