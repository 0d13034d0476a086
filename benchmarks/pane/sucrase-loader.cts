import { transform } from "sucrase";

/** What the stock bundler asks of a transpiler. It knows modules of CommonJS only, so there is no top-level await. */
module.exports = {
  name: "sucrase-loader",
  cacheable: true,
  HMREnabled: false,
  initialize: async () => {},
  cleanModule: () => {},
  dispose: () => {},
  getTranspilerContext: async () => ({}),
  transpile: async (code: string) => ({
    transpiledCode: transform(code, { transforms: ["typescript", "imports"] }).code,
  }),
};
