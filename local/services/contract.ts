/**
 * What an emulated class must be for the compiler to vouch for it: each method of the platform that it names takes the
 * arguments that the platform's takes (of its last signature), and none is invented. What it returns is another
 * emulated class, which the platform's types, complete, would refuse: the conformance suite judges it.
 *
 * @typeParam Platform an interface of `@types/google-apps-script`
 * @typeParam Names its methods that are emulated; all of them if not said
 */
export type Emulates<Platform, Names extends keyof Platform = keyof Platform> = {
  [Name in Names]: Platform[Name] extends (...args: infer Arguments) => unknown
    ? (...args: Arguments) => unknown
    : unknown;
};
