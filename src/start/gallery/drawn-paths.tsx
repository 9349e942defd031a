import { PathDrawing } from '../../web/ui/index.ts'
import { atTheCustomer, cancelled, customerPath, justAsked, manyRounds, returnedOnce, staffLanes } from './paths.ts'
import type { Words } from './words.ts'

/** Paths as staff and customers see them, in each of their states. */
export const Paths = ({ words }: { words: Words }) => {
  const sentence = (
    <>
      <b>{words.has[0]}</b> {words.has[1]}
    </>
  )
  const ball = { lane: 2, initials: words.initials }
  return (
    <section style={{ display: 'grid', gap: 16 }}>
      <PathDrawing
        lanes={staffLanes(words)}
        steps={returnedOnce(words)}
        ball={ball}
        sentence={sentence}
        aside={<a href="#why">{words.why}</a>}
      />
      <PathDrawing compact lanes={staffLanes(words, 1)} steps={manyRounds(words, 2)} ball={{ ...ball, lane: 1 }} />
      <div style={{ maxInlineSize: 640 }}>
        <PathDrawing
          lanes={staffLanes(words, 1)}
          steps={manyRounds(words, 7)}
          ball={{ ...ball, lane: 1 }}
          sentence={sentence}
        />
      </div>
      <div style={{ maxInlineSize: 720, display: 'grid', gap: 16 }}>
        <PathDrawing
          lanes={staffLanes(words, 1)}
          steps={justAsked(words)}
          ball={{ lane: 1, icon: 'users' }}
          sentence={sentence}
        />
        <PathDrawing
          lanes={staffLanes(words, 0)}
          steps={atTheCustomer(words)}
          ball={{ lane: 0, icon: 'user' }}
          sentence={sentence}
        />
        <PathDrawing lanes={staffLanes(words, -1)} steps={cancelled(words)} sentence={words.statuses[3]} />
      </div>
      <div style={{ maxInlineSize: 420 }}>
        <PathDrawing
          lanes={staffLanes(words)}
          steps={returnedOnce(words)}
          ball={ball}
          sentence={sentence}
          aside={<a href="#why">{words.why}</a>}
        />
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(290px, 1fr))', gap: 24 }}>
        {([0, 1, 2, 3] as const).map((reached) => (
          <PathDrawing
            key={reached}
            lanes={words.two.map((label, index) => ({ key: label, label, strong: index === (reached === 2 ? 0 : 1) }))}
            steps={customerPath(words, reached)}
            ball={reached === 2 ? { lane: 0, icon: 'user' } : { lane: 1, initials: words.initials }}
          />
        ))}
      </div>
    </section>
  )
}
