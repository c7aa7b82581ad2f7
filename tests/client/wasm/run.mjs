// Runs the client's tests in CPython compiled to WebAssembly: run.mjs NODE_MODULES SITE_PACKAGES REPOSITORY
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, site, repository] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${modules}/pyodide/pyodide.mjs`));
const python = await loadPyodide();
for (const [place, folder] of [["/site", site], ["/repository", repository]]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, place);
}
process.exitCode = python.runPython(readFileSync(new URL("inside.py", import.meta.url), "utf8"));
