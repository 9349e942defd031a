import type { Chart, ChartReader } from './chart.ts'
import { fontFiles } from './fonts.server.ts'

/** Twice as sharp as it is shown, so that it stays clear on a fine screen and on paper. */
const sharpness = 2

/** A chart as a picture, with the product's own fonts only: mail programs and documents do not draw SVG. */
export async function chartPng(
  chart: Chart,
  reader: ChartReader,
  { width = 720, height = 320 }: { width?: number; height?: number } = {},
): Promise<Buffer> {
  // loaded when a picture is asked for: the charts' library takes 90 MB that a server without pictures does not need
  const [{ renderAsync }, { chartSvg }] = await Promise.all([
    import('@resvg/resvg-js'),
    import('./chart-svg.server.ts'),
  ])
  // off the thread that answers: a picture takes a tenth of a second
  const svg = chartSvg(chart, reader, { width, height, titled: true })
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width * sharpness },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: fontFiles(svg), defaultFontFamily: 'Noto Sans' },
  })
  return picture.asPng()
}
