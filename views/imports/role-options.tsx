import type { TakenFor } from '../../src/domain/speaker-rows.ts'
import { useReader } from '../layout/reader.ts'

const roles: readonly TakenFor[] = ['interviewer', 'informant', 'other', 'nobody']

/** Who somebody who speaks may be. `speaks`: it is settled that they do, so that "nobody" is no choice. */
export function RoleOptions({ chosen, speaks }: { chosen: TakenFor | null; speaks?: boolean }) {
  const { say } = useReader()
  return (
    <>
      {(speaks ? roles.filter((role) => role !== 'nobody') : roles).map((role) => (
        <option value={role} selected={role === chosen}>
          {say(`import.role.${role}`)}
        </option>
      ))}
    </>
  )
}
