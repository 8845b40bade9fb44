/// <reference types="vite/client" />
// The tests of the calculations as one file, which mutation testing loads some thousand times. The properties are left
// out for their time: what only they find counts as survived.
import.meta.glob(['../tests/core/**/*.test.ts', '!../tests/core/{properties,risks}.test.ts'], { eager: true });
