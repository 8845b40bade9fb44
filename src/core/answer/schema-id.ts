/** Raised where a change breaks a reader of `--json`. */
const contractVersion = 2;

/** What an answer says that it is, such as "baclofen/titrate@2". */
export function schemaId<Name extends string>(name: Name): `baclofen/${Name}@${typeof contractVersion}` {
  return `baclofen/${name}@${contractVersion}`;
}
