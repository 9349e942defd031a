import { Avatar } from '../../web/ui/index.ts'
import styles from './UserGroupCell.module.css'

type Named = { readonly id: string; readonly name: string }
type Props = { readonly value: { readonly group: Named; readonly member: Named | null } }

/** The group, and whoever of it has it. */
export const UserGroupCell = ({ value: { group, member } }: Props) => (
  <span className={styles['cell']}>
    <Avatar name={member?.name} size="s" ours />
    <span>
      {member && (
        <>
          <bdi>{member.name}</bdi>
          <span aria-hidden> · </span>
        </>
      )}
      <bdi>{group.name}</bdi>
    </span>
  </span>
)
