import type { TakenFor } from '../../src/domain/speaker-rows.ts'
import { useReader } from '../layout/reader.ts'

const roles: readonly TakenFor[] = ['interviewer', 'informant', 'other', 'nobody']

export function RoleOptions({ chosen }: { chosen: TakenFor | null }) {
  const { say } = useReader()
  return (
    <>
      {roles.map((role) => (
        <option value={role} selected={role === chosen}>
          {say(`import.role.${role}`)}
        </option>
      ))}
    </>
  )
}
