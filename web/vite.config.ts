// Builds the islands: each file directly in src/ is an entry, which a page names in its `scripts`.
import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

const entries = readdirSync(new URL("./src/", import.meta.url))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name}`);

export default defineConfig({
  base: "/assets/",
  publicDir: false,
  build: {
    outDir: "../src/qpgraph/web/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "",
    assetsInlineLimit: 0, // the pages' policy takes no data: addresses in scripts
    modulePreload: { polyfill: false },
    rollupOptions: { input: entries },
  },
});
