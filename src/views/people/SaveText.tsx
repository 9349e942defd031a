import { Button } from '../../web/ui/index.ts'

type Props = { readonly name: string; readonly text: string; readonly children: string }

/** A file that was made here, however long it is. */
export const SaveText = ({ name, text, children }: Props) => (
  <Button icon="download" onClick={() => save(name, text)}>
    {children}
  </Button>
)

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
