import { describeField } from '../../testing/field-suite.server.ts'
import { multilingualText } from '../multilingual-text/multilingual-text.ts'
import { scale } from '../scale/scale.ts'
import { block } from './block.ts'

const rating = block({
  score: scale({ required: true, min: 1, max: 5 }),
  comment: multilingualText({ required: false, max: 20, lines: 'many' }),
})

describeField('block', rating, {
  column: 'jsonb',
  right: [
    [{ score: 4 }, { score: 4 }, { score: 4 }],
    [
      { score: 5, comment: { source: 'ar', texts: { ar: 'شكرًا' } } },
      { score: 5, comment: { source: 'ar', texts: { ar: { text: 'شكرًا', rev: 1 } } } },
      { score: 5, comment: { source: 'ar', texts: { ar: { text: 'شكرًا' } } } },
    ],
  ],
  wrong: [
    [{}, 'required', 'score'],
    [{ comment: 'Thanks' }, 'required', 'score'],
    [{ score: 6 }, 'outOfRange', 'score'],
    [{ score: 4, comment: { source: 'ar', texts: {} } }, 'required', 'comment.texts.ar'],
    [{ score: 4, mood: 'fine' }, 'unknown', 'mood'],
    [JSON.parse('{"score": 4, "__proto__": {"comment": 1}}'), 'unknown', '__proto__'],
    [[4], 'wrongType'],
    [null, 'wrongType'],
    ['4', 'wrongType'],
  ],
})
