import type { SpeakerRole } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'

const roles: readonly SpeakerRole[] = ['interviewer', 'informant', 'other']

export function RoleOptions({ chosen }: { chosen: SpeakerRole | null }) {
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
