export type Curve = { name: string; points: { size: number; ms: number }[] }

const box = { width: 860, height: 380, left: 60, right: 250, top: 20, bottom: 40 }
const colours = [
  '#0f766e',
  '#b45309',
  '#1d4ed8',
  '#be123c',
  '#6d28d9',
  '#15803d',
  '#0e7490',
  '#a16207',
  '#9d174d',
  '#4d7c0f',
]

/** Milliseconds by the number of tickets, both by powers of ten: what does not grow is a level line. */
export function growthCurve(curves: readonly Curve[]): string {
  const all = curves.flatMap(({ points }) => points)
  if (all.length === 0) return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
  const sizes = [...new Set(all.map(({ size }) => size))].sort((one, other) => one - other)
  const [low, high] = [0, Math.max(1, Math.ceil(Math.log10(Math.max(...all.map(({ ms }) => ms)))))]
  const inner = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom }
  const x = (size: number): number => {
    const [first, last] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)]
    return box.left + (last === first ? 0.5 : (Math.log10(size) - first) / (last - first)) * inner.width
  }
  const y = (ms: number): number => box.top + (1 - (Math.log10(Math.max(1, ms)) - low) / (high - low)) * inner.height
  const grid = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)).map(
    (ms) =>
      `<path d="M${box.left} ${y(ms)}H${box.width - box.right}" stroke="#d4d4d0"/><text x="${box.left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  )
  const below = sizes.map(
    (size) => `<text x="${x(size)}" y="${box.height - 14}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  )
  const labels = spread(
    curves.map(({ points }) => y(points.at(-1)?.ms ?? 1)),
    box.top + 4,
    box.height - box.bottom,
  )
  const drawn = curves.map(({ name, points }, index) => {
    const colour = colours[index % colours.length]!
    const dashes = index >= colours.length ? ' stroke-dasharray="5 4"' : ''
    const line = points
      .map(({ size, ms }, at) => `${at === 0 ? 'M' : 'L'}${x(size).toFixed(1)} ${y(ms).toFixed(1)}`)
      .join('')
    const dots = points.map(
      ({ size, ms }) => `<circle cx="${x(size).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="2.5" fill="${colour}"/>`,
    )
    return `<path d="${line}" fill="none" stroke="${colour}" stroke-width="1.5"${dashes}/>${dots.join('')}<text x="${box.width - box.right + 12}" y="${labels[index]!.toFixed(1)}" fill="${colour}">${escaped(name)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}" font-family="system-ui, sans-serif" font-size="11" fill="#44443f">
<rect width="100%" height="100%" fill="#fff"/>
${[...grid, ...below, ...drawn].join('\n')}
</svg>
`
}

/** Names beside the ends of their lines, none over another. */
function spread(wanted: readonly number[], top: number, bottom: number): number[] {
  const room = Math.min(13, (bottom - top) / Math.max(1, wanted.length - 1))
  const order = wanted.map((at, index) => ({ at, index })).sort((one, other) => one.at - other.at)
  let last = top - room
  for (const each of order) last = each.at = Math.max(each.at, last + room)
  for (let from = order.length - 1, most = bottom; from >= 0; from--, most -= room)
    order[from]!.at = Math.min(order[from]!.at, most)
  return order.sort((one, other) => one.index - other.index).map(({ at }) => at)
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
