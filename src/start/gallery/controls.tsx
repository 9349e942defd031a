import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  Avatar,
  Button,
  Composer,
  ComposerText,
  ConfirmDialog,
  FieldItem,
  FieldList,
  IconButton,
  Menu,
  PickList,
  Popover,
  Segmented,
  SolutionPill,
  Stars,
  TextArea,
  TextField,
  UserText,
  toasts,
} from '../../web/ui/index.ts'
import type { Score } from '../../web/ui/index.ts'
import type { IconName } from '../../web/ui/icons.ts'
import type { Words } from './words.ts'

export const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>{children}</div>
)

export const Inputs = ({ words }: { words: Words }) => {
  const [score, setScore] = useState<Score | undefined>(4)
  const [segment, setSegment] = useState('a')
  const [text, setText] = useState(words.draft)
  const [tab, setTab] = useState('reply')
  const [asks, setAsks] = useState(false)
  return (
    <section style={{ display: 'grid', gap: 18, maxInlineSize: 640 }}>
      <TextField large label={words.label[0]} value={words.title} onValue={() => undefined} />
      <TextArea
        large
        label={words.label[1]}
        aside={words.label[2]}
        value={words.body}
        onValue={() => undefined}
        hint={words.saved}
      />
      <TextField
        label={words.label[3]}
        value=""
        placeholder={words.find}
        error={words.label[4]}
        onValue={() => undefined}
      />
      <Segmented
        label={words.find}
        options={[
          { value: 'a', label: words.segment[0] },
          { value: 'b', label: words.segment[1] },
        ]}
        value={segment}
        onChange={setSegment}
      />
      <Stars
        value={score}
        onChange={setScore}
        label={words.rate}
        spoken={words.spoken as [string, string, string, string, string]}
      />
      <Composer
        label={words.tabs[0] ?? ''}
        tabs={[
          { key: 'reply', label: words.tabs[0] ?? '', icon: 'reply' },
          { key: 'note', label: words.tabs[1] ?? '', icon: 'note', inner: true },
          { key: 'solution', label: words.tabs[2] ?? '', icon: 'bulb' },
        ]}
        tab={tab}
        onTab={(next) => setTab(next)}
        canSend={text.trim() !== ''}
        send={words.send}
        onSend={() => toasts.show({ text: words.toast, undo: { label: words.undo, onUndo: () => undefined } })}
        aside={words.to}
        status={words.saved}
        tools={<IconButton icon="paperclip" label={words.more} />}
      >
        <ComposerText
          label={words.tabs[0] ?? ''}
          placeholder=""
          value={text}
          onValue={setText}
          onSend={() => undefined}
        />
      </Composer>
      <Row>
        <Button onClick={() => setAsks(true)} className="asks">
          {words.closing[3]}…
        </Button>
        <Button
          className="toasts"
          onClick={() => toasts.show({ text: words.toast, undo: { label: words.undo, onUndo: () => undefined } })}
        >
          {words.toast}
        </Button>
      </Row>
      <ConfirmDialog
        open={asks}
        title={words.closing[0]}
        confirm={words.closing[3] ?? ''}
        cancel={words.cancel}
        danger
        reason={{ label: words.closing[2] ?? '', required: true }}
        onConfirm={() => setAsks(false)}
        onCancel={() => setAsks(false)}
      >
        {words.closing[1]}
      </ConfirmDialog>
    </section>
  )
}

export const Lists = ({ words }: { words: Words }) => {
  const [open, setOpen] = useState(false)
  const item = (key: string, icon: IconName, keys: string) => ({
    key,
    label: key,
    icon,
    keys,
    onSelect: () => undefined,
  })
  return (
    <section style={{ display: 'grid', gap: 18, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
      <FieldList>
        <FieldItem label={words.fields[0]} edit={{ label: words.assign, onEdit: () => setOpen(true) }}>
          <Avatar name={words.reader} size="s" ours /> <bdi>{words.reader}</bdi>{' '}
          <span className="dim">· {words.team}</span>
        </FieldItem>
        <FieldItem label={words.fields[1]}>
          <SolutionPill state="returned" label={words.solutions[1] ?? ''} />
        </FieldItem>
        <FieldItem line label={words.fields[2]}>
          <Avatar name={words.customer} size="s" /> <bdi>{words.customer}</bdi>
        </FieldItem>
        <FieldItem label={words.fields[3]}>{words.opened}</FieldItem>
      </FieldList>
      <div style={{ minInlineSize: 0, display: 'grid', gap: 8, alignContent: 'start' }}>
        <UserText form="line">Rechnung 8841 nennt die falsche USt-IdNr., und zwar seit dem 3. November</UserText>
        <UserText form="line" lang="ar">
          لا يمكن تنزيل سند تسليم الشحنة MF-20418 منذ صباح اليوم من الصفحة
        </UserText>
        <UserText form="body">{words.body}</UserText>
      </div>
      <Row>
        <Popover
          open={open}
          onOpen={setOpen}
          label={words.picks[0]}
          anchor={(anchor) => (
            <Button icon="assign" keys="a" className="picks" {...anchor}>
              {words.assign}
            </Button>
          )}
        >
          <PickList
            label={words.picks[0] ?? ''}
            placeholder={words.picks[1] ?? ''}
            nothing={words.picks[2] ?? ''}
            chosen="Documents-0"
            sections={words.groups.map((group, at) => ({
              key: group,
              label: group,
              options: [
                { key: `${group}-any`, label: words.anyone, start: <Avatar size="s" /> },
                ...words.people.slice(at * 2, at * 2 + 2).map((label, index) => ({
                  key: `${group}-${index}`,
                  label,
                  start: <Avatar name={label} size="s" />,
                  hint: words.counts[index] ?? '',
                })),
              ],
            }))}
            onPick={() => setOpen(false)}
          />
        </Popover>
        <Menu
          label={words.more}
          anchor={(anchor) => <IconButton kind="plain" icon="dots" label={words.more} className="menus" {...anchor} />}
          groups={[
            [item(words.assign, 'assign', 'a'), item(words.tabs[1] ?? '', 'note', 'n')],
            [{ ...item(words.closing[3] ?? '', 'close', 'c'), danger: true }],
          ]}
        />
      </Row>
    </section>
  )
}
