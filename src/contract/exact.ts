import type * as z from 'zod/mini';

/** The same type with every list and field writable, intersections made one: what JSON knows of it. */
type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether two types are one in JSON: the same fields, each as optional and of the same type. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>;

/**
 * Holds a schema to describe a type of core: a field that only one of them has, one that is optional in only one of
 * them, another unit or another word does not compile.
 */
export function exactly<Type>() {
  return <Schema extends z.ZodMiniType>(
    schema: Schema & (Same<z.infer<Schema>, Type> extends true ? unknown : { readonly differsFrom: Type }),
  ): z.ZodMiniType<Type> => schema as unknown as z.ZodMiniType<Type>;
}
