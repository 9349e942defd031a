import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const api = process.env['SANAD_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), preloadLatinFace()],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    manifest: true,
    outDir: 'dist',
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // A piece that a page does not name must not reach that page through the index: only its style sheet has an effect.
      treeshake: { moduleSideEffects: [{ test: /src\/web\/(ui|shell)\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        // What every page needs and what changes rarely has its own files; the rest splits by route, so that a customer
        // never loads what only staff use.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'routing',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core)\//,
            },
            // Small pieces that every page has: one file is less than twelve.
            {
              name: 'pieces',
              test: /src\/(web\/(copy|ui\/(Banner|Button|Field|Menu|Page|Popover|StatusGlyph|UserText|initials))|words\/(age|digits)|views\/(page-title|problem-words)|fields\/(field-type|one-line|date-time\/local-time|multilingual-text\/script-language))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
})

/** The Latin face is on every page in every language; asked for with the page it arrives before the first text is drawn. */
function preloadLatinFace(): Plugin {
  return {
    name: 'preload-latin-face',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /inter-latin-opsz-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head',
          })),
    },
  }
}
