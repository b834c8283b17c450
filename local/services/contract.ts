/**
 * What an emulated class must be for the compiler to vouch for it: each method of the platform that it names takes the
 * arguments that the platform's takes (of its last signature). Objects of services and constants among them are not
 * compared, nor is what it returns: those are other emulated classes, which the platform's types, complete, would
 * refuse, and which the conformance suite judges.
 *
 * @typeParam Platform an interface of `@types/google-apps-script`
 * @typeParam Names its methods that are emulated; all of them if not said
 */
export type Emulates<Platform, Names extends keyof Platform = keyof Platform> = {
  [Name in Names]: Platform[Name] extends (...args: infer Arguments) => unknown
    ? (...args: Compared<Arguments>) => unknown
    : unknown;
};

type Compared<Arguments extends readonly unknown[]> = { [Index in keyof Arguments]: Plain<Arguments[Index]> };

/** `never` fits any parameter: such an argument is not compared. */
type Plain<Argument> = Argument extends string | boolean | null | undefined
  ? Argument
  : Argument extends number
    ? Same<Argument, number> extends true
      ? number
      : never
    : Argument extends readonly (infer Item)[]
      ? Plain<Item>[]
      : never;

/** Tells `number` from an enumeration of the platform, each of which fits the other. */
// oxlint-disable typescript/no-unnecessary-type-parameters -- only two generic signatures are compared for identity
type Same<A, B> =
  (<Probe>() => Probe extends A ? 1 : 2) extends <Probe>() => Probe extends B ? 1 : 2 ? true : false;
