const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`

/** A mail's own page with our policy as the first thing it reads: a sandbox alone would still fetch images from elsewhere. */
export const framed = (html: string): string => {
  const opened = /<head[^>]*>/iu.exec(html)
  if (!opened) return `<!doctype html><html><head>${head}</head><body>${html}</body></html>`
  const at = opened.index + opened[0].length
  return html.slice(0, at) + head + html.slice(at)
}
